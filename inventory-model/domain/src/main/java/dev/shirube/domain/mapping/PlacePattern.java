package dev.shirube.domain.mapping;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import dev.shirube.domain.place.Glob;
import dev.shirube.domain.place.HostNames;
import dev.shirube.domain.place.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of what belongs to a system: of paths, hosts, subjects of certificates, or one asset. Equal if kind and text
 * are. No name is ever looked up.
 */
public final class PlacePattern {

    /** What a pattern is about. */
    public enum Kind {
        /** A glob over the logical path, the target, or both together; {@code **} passes folders. */
        PATH,
        /** A name, {@code *.example.jp} for all names below one, an address, or a block of addresses. */
        HOST,
        /** The subject of a certificate, in which {@code *} stands for any text. */
        SUBJECT,
        /** The id of an asset. */
        ASSET;

        /** The id that files carry, for example {@code path}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern BLOCK = Pattern.compile("\\[?([0-9A-Fa-f:.]+)]?/([0-9]{1,3})");
    private static final Pattern UNREACHABLE = Pattern.compile("\\.\\.?(/.*)?|.*/\\.\\.?(/.*)?|.*\\\\[A-Za-z0-9_].*");
    private static final String BELOW = "*.";

    private final Kind kind;
    private final String text;
    private final Predicate<String> matcher;

    private PlacePattern(Kind kind, String text, Predicate<String> matcher) {
        this.kind = kind;
        this.text = text;
        this.matcher = matcher;
    }

    /**
     * The pattern of that kind and text.
     *
     * @throws WrongPatternException when the text is none
     */
    public static PlacePattern of(Kind kind, String text) {
        if (text.isBlank()) {
            throw wrong(text, "is empty", "が空です");
        }
        return switch (kind) {
            case PATH -> new PlacePattern(kind, text, glob(text).asMatchPredicate());
            case SUBJECT ->
                new PlacePattern(kind, text, glob(text.replaceAll("\\*+", "**")).asMatchPredicate());
            case ASSET -> new PlacePattern(kind, text, text::equals);
            case HOST -> host(text);
        };
    }

    private static Pattern glob(String text) {
        try {
            return Glob.pattern(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text, "is no glob: close every [ and {", "は glob として正しくありません。[ と { を閉じてください");
        }
    }

    private static PlacePattern host(String text) {
        Optional<IpBlock> block = block(text);
        if (block.isPresent()) {
            return new PlacePattern(
                    Kind.HOST,
                    text,
                    it -> IpAddress.of(it).filter(block.get()::holds).isPresent());
        }
        Optional<String> name = HostNames.ascii(text.startsWith(BELOW) ? text.substring(BELOW.length()) : text);
        if (name.isEmpty()) {
            throw wrong(
                    text,
                    "is no host: write a name, *.example.go.jp, an address, or a block such as 192.0.2.0/24,"
                            + " without scheme and port",
                    "はホストの指定として正しくありません。名前、*.example.go.jp、アドレス、192.0.2.0/24 のようなブロックを、" + "スキームとポートを付けずに指定してください");
        }
        return new PlacePattern(
                Kind.HOST, text, text.startsWith(BELOW) ? it -> it.endsWith("." + name.get()) : name.get()::equals);
    }

    private static WrongPatternException wrong(String text, String en, String ja) {
        return new WrongPatternException(new Text("「" + text + "」" + ja + "。", "\"" + text + "\" " + en + "."));
    }

    /** Addresses that begin with the same bits. */
    private record IpBlock(IpAddress first, int prefix) {
        boolean holds(IpAddress address) {
            return address.bits() == first.bits() && address.firstOf(prefix).equals(first);
        }
    }

    private static Optional<IpBlock> block(String text) {
        Matcher block = BLOCK.matcher(text);
        String literal = block.matches() ? block.group(1) : text.replaceAll("^\\[|]$", "");
        return IpAddress.of(literal).flatMap(it -> {
            int prefix = block.matches() ? Integer.parseInt(block.group(2)) : it.bits();
            return prefix > it.bits() ? Optional.empty() : Optional.of(new IpBlock(it.firstOf(prefix), prefix));
        });
    }

    /** What it is about. */
    public Kind kind() {
        return kind;
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    /** Whether it is about what was found, and not about where. */
    public boolean ofAssets() {
        return kind == Kind.SUBJECT || kind == Kind.ASSET;
    }

    /** Whether that place is one of its. */
    public boolean matches(Place place) {
        return switch (kind) {
            case PATH -> place.paths().stream().anyMatch(matcher);
            case HOST -> place.hosts().stream().anyMatch(matcher);
            case SUBJECT, ASSET -> false;
        };
    }

    /** Whether that asset is one of its. */
    public boolean matches(CryptoAsset asset) {
        return switch (kind) {
            case ASSET -> matcher.test(asset.id());
            case SUBJECT -> asset instanceof CryptoAsset.Certificate certificate && matcher.test(certificate.subject());
            case PATH, HOST -> false;
        };
    }

    /** Whether no place can match: paths are never written with {@code .}, {@code ..} or a backslash. */
    public boolean unreachable() {
        return kind == Kind.PATH && UNREACHABLE.matcher(text).matches();
    }

    /** Whether all that the other matches is certain to match this one; no where that is not certain. */
    public boolean covers(PlacePattern other) {
        if (kind != other.kind) {
            return false;
        }
        if (text.equals(other.text)) {
            return true;
        }
        return switch (kind) {
            case PATH -> text.equals("**");
            case SUBJECT -> text.matches("\\*+");
            case ASSET -> false;
            case HOST -> coversHost(other);
        };
    }

    private boolean coversHost(PlacePattern other) {
        Optional<IpBlock> mine = block(text);
        Optional<IpBlock> its = block(other.text);
        if (mine.isPresent() || its.isPresent()) {
            return mine.isPresent()
                    && its.isPresent()
                    && mine.get().prefix() <= its.get().prefix()
                    && mine.get().holds(its.get().first());
        }
        if (other.text.startsWith(BELOW)) {
            return text.startsWith(BELOW)
                    && other.text
                            .toLowerCase(Locale.ROOT)
                            .endsWith(text.substring(1).toLowerCase(Locale.ROOT));
        }
        return Place.canonical(other.text).filter(matcher).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlacePattern it && kind == it.kind && text.equals(it.text);
    }

    @Override
    public int hashCode() {
        return kind.id().hashCode() * 31 + text.hashCode();
    }

    @Override
    public String toString() {
        return kind.id() + " " + text;
    }
}
