package dev.shirube.shell;

import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.dependency.SystemPair;
import dev.shirube.domain.mapping.Place;
import dev.shirube.domain.place.IpAddress;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the register declares of a system, each beside what scans observed of the same; unknown stays unknown on both. */
final class SystemFacts {

    /**
     * One declaration and what was observed beside it.
     *
     * @param id the name in JSON
     * @param declared as it is printed; empty where it was not declared
     * @param origin where it was declared, by whom and on which day, each empty if not said; empty where nothing was
     * @param observed empty where no scan can or did tell
     * @param differs whether what was observed speaks against what is declared
     */
    record Fact(
            String id,
            Text label,
            Optional<Text> declared,
            List<String> origin,
            Optional<Text> observed,
            boolean differs) {}

    private static final List<String> PRIVATE = List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10",
            "::1/128");

    /** As many names stand in one cell; the others are counted. */
    private static final int NAMED = 3;

    private final InformationSystem system;
    private final Inventory own;
    private final List<SystemPair> pairs;

    SystemFacts(InformationSystem system, Inventory own, List<SystemPair> pairs) {
        this.system = system;
        this.own = own;
        this.pairs = pairs;
    }

    List<Fact> all() {
        List<Fact> facts = new ArrayList<>();
        facts.add(text("owner", "担当部局", "owner", system.owner()));
        facts.add(text("contact", "連絡先", "contact", system.contact()));
        facts.add(text("category", "区分", "category", system.category()));
        facts.add(text("team", "担当チーム", "team", system.team()));
        facts.add(plain("impact", "影響度", "impact", system.impact()));
        facts.add(plain(
                "confidentiality",
                "機密性",
                "confidentiality",
                system.protection().grade().confidentiality()));
        facts.add(plain(
                "integrity", "完全性", "integrity", system.protection().grade().integrity()));
        facts.add(plain(
                "availability",
                "可用性",
                "availability",
                system.protection().grade().availability()));
        facts.add(plain(
                "data-kind", "情報の種類", "kind of information", system.protection().dataKind()));
        facts.add(fact(
                "protection-months",
                new Text("保護期間", "protection"),
                system.protectionMonths(),
                it -> new Text(it + " か月", it + " months")));
        facts.add(observed(
                plain("trust-until", "署名の信頼期間", "trusted until", system.trustUntil()), latestCertificate(), false));
        facts.add(fact(
                "verifier-updatable",
                new Text("検証側の更新", "verifier updatable"),
                system.verifierUpdatable(),
                it -> it ? new Text("可", "yes") : new Text("不可", "no")));
        facts.add(coded("hosting", "設置場所", "hosting", system.placement().hosting()));
        facts.add(plain("zone", "ネットワーク区分", "network zone", system.placement().zone()));
        facts.add(observed(coded("exposure", "接続区分", "exposure", system.exposure()), endpoints(), exposureDiffers()));
        facts.add(fact(
                "renewal-fiscal-year",
                new Text("次期更改", "renewal"),
                system.renewalFiscalYear(),
                it -> new Text(it + " 年度", "FY" + it)));
        facts.add(observed(
                plain(
                        "contract-end",
                        "契約満了日",
                        "contract end",
                        system.procurement().contractEnd()),
                earliestCertificate(),
                false));
        facts.add(
                plain("budget-line", "予算科目", "budget line", system.procurement().budgetLine()));
        facts.add(observed(plain("vendor", "事業者", "vendor", system.procurement().vendor()), libraries(), false));
        facts.add(observed(
                fact(
                        "peers",
                        new Text("接続先", "peers"),
                        system.peers(),
                        it -> it.isEmpty() ? new Text("なし", "none") : Text.same(String.join(", ", it))),
                peers(),
                pairs.stream().anyMatch(it -> it.standing() == SystemPair.Standing.OBSERVED_ONLY)));
        return facts;
    }

    private static Fact text(String id, String ja, String en, String value) {
        return new Fact(
                id,
                new Text(ja, en),
                Optional.of(value).filter(it -> !it.isEmpty()).map(Text::same),
                List.of(),
                Optional.empty(),
                false);
    }

    private static Fact plain(String id, String ja, String en, Declaration<?> declaration) {
        return fact(id, new Text(ja, en), declaration, it -> Text.same(String.valueOf(it)));
    }

    private static Fact coded(String id, String ja, String en, Declaration<? extends Enum<?>> declaration) {
        return fact(
                id,
                new Text(ja, en),
                declaration,
                it -> it instanceof Exposure exposure
                        ? new Text(japanese(exposure), exposure.id())
                        : Text.same(it.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static String japanese(Exposure exposure) {
        return switch (exposure) {
            case INTERNET -> "インターネット";
            case PARTNER -> "取引先等";
            case INTERNAL -> "内部";
            case ISOLATED -> "閉域";
        };
    }

    private static <T> Fact fact(
            String id, Text label, Declaration<T> declaration, java.util.function.Function<T, Text> words) {
        List<String> origin =
                declaration.known() ? List.of(declaration.origin(), declaration.by(), declaration.on()) : List.of();
        return new Fact(id, label, declaration.value().map(words), origin, Optional.empty(), false);
    }

    private static Fact observed(Fact fact, Optional<Text> observed, boolean differs) {
        return new Fact(
                fact.id(),
                fact.label(),
                fact.declared(),
                fact.origin(),
                observed,
                differs && fact.declared().isPresent());
    }

    private Set<String> locations() {
        return Stream.concat(
                        own.endpoints().stream().map(AssignedEndpoint::profile).map(it -> it.location()),
                        own.findings().stream()
                                .map(it -> it.finding().occurrence().location().split("!", 2)[0]))
                .filter(it -> !Place.hosts(it).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> open() {
        return locations().stream()
                .filter(it -> Place.hosts(it).stream().anyMatch(SystemFacts::isPublic))
                .toList();
    }

    /** An address that can be reached from anywhere, unless something stands before it; of a name nothing is known. */
    private static boolean isPublic(String host) {
        return IpAddress.of(host)
                .filter(address -> PRIVATE.stream().noneMatch(it -> within(address, it)))
                .isPresent();
    }

    private static boolean within(IpAddress address, String block) {
        String[] parts = block.split("/");
        IpAddress first = IpAddress.of(parts[0]).orElseThrow();
        BigInteger prefix = new BigInteger(parts[1]);
        return first.bits() == address.bits()
                && address.firstOf(prefix.intValue()).equals(first);
    }

    private Optional<Text> endpoints() {
        Set<String> all = locations();
        List<String> open = open();
        if (!open.isEmpty()) {
            return Optional.of(
                    new Text("公開アドレスの接続先：" + named(open, "ほか "), "on a public address: " + named(open, "and ")));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        "接続先 " + all.size() + " 件（公開アドレスは観測なし）：" + named(all, "ほか "),
                        English.count(all.size(), "endpoint") + ", none seen on a public address: "
                                + named(all, "and ")));
    }

    private boolean exposureDiffers() {
        return !open().isEmpty()
                && system.exposure()
                        .value()
                        .filter(it -> it == Exposure.INTERNAL || it == Exposure.ISOLATED)
                        .isPresent();
    }

    private Stream<LocalDate> ends() {
        return own.findings().stream()
                .map(it -> it.finding().asset())
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(CryptoAsset.Certificate.class::cast)
                .map(it -> it.notAfter().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Optional<Text> earliestCertificate() {
        return ends().min(LocalDate::compareTo)
                .map(it -> new Text("証明書の最も早い満了 " + it, "earliest certificate end " + it));
    }

    private Optional<Text> latestCertificate() {
        return ends().max(LocalDate::compareTo).map(it -> new Text("証明書の最も遅い満了 " + it, "latest certificate end " + it));
    }

    private Optional<Text> libraries() {
        Set<String> names = new TreeSet<>();
        for (AssignedFinding it : own.findings()) {
            if (it.finding().asset() instanceof CryptoAsset.Library library) {
                names.add((library.name() + " " + library.version()).strip());
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text("暗号ライブラリ：" + named(names, "ほか "), "crypto libraries: " + named(names, "and ")));
    }

    private Optional<Text> peers() {
        Set<String> others = pairs.stream()
                .filter(it -> it.links().stream()
                        .anyMatch(link -> link.origin() == dev.shirube.domain.dependency.SystemLink.Origin.OBSERVED))
                .map(it -> it.one().equals(system.id()) ? it.other() : it.one())
                .collect(Collectors.toCollection(TreeSet::new));
        return others.isEmpty() ? Optional.empty() : Optional.of(Text.same(String.join(", ", others)));
    }

    private static String named(java.util.Collection<String> names, String more) {
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? some + ", " + more + (names.size() - NAMED) : some;
    }
}
