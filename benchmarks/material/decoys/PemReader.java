final class PemReader {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    static String body(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        return text.substring(begin + BEGIN.length(), end);
    }
}
