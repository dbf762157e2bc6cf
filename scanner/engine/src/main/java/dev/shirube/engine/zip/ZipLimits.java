package dev.shirube.engine.zip;

/**
 * The bounds for one entry.
 *
 * @param bytes most plain bytes
 * @param ratio most plain bytes for each compressed one, once there are more than {@code ratioFloor}
 * @param ratioFloor plain bytes up to which the ratio is not looked at
 */
public record ZipLimits(long bytes, int ratio, long ratioFloor) {

    /**
     * Refuses what is larger.
     *
     * @throws ZipLimitException when so many plain bytes from so many compressed ones are too many
     */
    public void check(long plain, long compressed) throws ZipLimitException {
        if (plain > bytes) {
            throw new ZipLimitException(ZipLimitException.BYTES + bytes, plain + " bytes");
        }
        if (plain > ratioFloor && plain / ratio > compressed) {
            throw new ZipLimitException("ratio=" + ratio, plain + " bytes from " + compressed);
        }
    }
}
