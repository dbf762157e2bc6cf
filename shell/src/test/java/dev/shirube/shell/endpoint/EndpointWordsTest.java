package dev.shirube.shell.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.shell.cli.CommandFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointWordsTest {

    private final EndpointWords words = new EndpointWords(ProbePlan.FULL);

    private List<String> texts(String word) {
        return words.parse(word).orElseThrow().stream()
                .map(EndpointTarget::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tls://www.example.jp, tls://www.example.jp:443",
        "tls://WWW.Example.JP:8443, tls://www.example.jp:8443",
        "tls://例え.jp, tls://xn--r8jz45g.jp:443",
        "tls://192.0.2.1/, tls://192.0.2.1:443",
        "ssh://bastion, ssh://bastion:22",
        "ike://vpn.example.jp, ike://vpn.example.jp:500",
        "ike://192.0.2.1:4500, ike://192.0.2.1:4500",
        "tls://[::1]:8443, tls://[::1]:8443",
        "tls://[2001:0DB8:0:0:0:0:0:1], tls://[2001:db8::1]:443",
        "tls://[2001:db8:0:1:0:0:0:0], tls://[2001:db8:0:1::]:443",
        "tls://[1:2:3:4:5:6:7:0], tls://[1:2:3:4:5:6:7:0]:443",
        "tls://[::], tls://[::]:443",
        "tls://[fe80::1%eth0], tls://[fe80::1%eth0]:443",
        "tls://[fe80::1%25eth0]:1, tls://[fe80::1%eth0]:1",
        "tls://[::ffff:192.0.2.1], tls://192.0.2.1:443",
        "tls://mail.example.jp?starttls=smtp, tls://mail.example.jp:25?starttls=smtp",
        "tls://db.example.jp?starttls=postgres, tls://db.example.jp:5432?starttls=postgres",
        "tls://x.example.jp?starttls=xmpp-server, tls://x.example.jp:5269?starttls=xmpp-server",
        "tls://a-1.example.jp, tls://a-1.example.jp:443"
    })
    void oneEndpointIsCalledTheSameHoweverItIsWritten(String word, String text) {
        assertThat(texts(word)).containsExactly(text);
    }

    @Test
    void namesMultiplyHosts() {
        assertThat(texts("tls://192.0.2.0/31:8443?sni=A.example,b.example,a.example"))
                .containsExactly(
                        "tls://192.0.2.0:8443?sni=a.example",
                        "tls://192.0.2.0:8443?sni=b.example",
                        "tls://192.0.2.1:8443?sni=a.example",
                        "tls://192.0.2.1:8443?sni=b.example");
    }

    @ParameterizedTest
    @CsvSource({
        "tls://10.0.0.1-10.0.0.3, 10.0.0.1, 10.0.0.3, 3",
        "tls://10.0.0.254-10.0.1.1:8443, 10.0.0.254, 10.0.1.1, 4",
        "tls://10.0.0.1-50, 10.0.0.1, 10.0.0.50, 50",
        "ssh://10.0.0.7-7, 10.0.0.7, 10.0.0.7, 1",
        "ssh://10.0.0.9/30, 10.0.0.8, 10.0.0.11, 4",
        "tls://10.0.0.9:443/30, 10.0.0.8, 10.0.0.11, 4",
        "tls://10.1.2.3/16, 10.1.0.0, 10.1.255.255, 65536",
        "tls://[2001:db8::5]/126, 2001:db8::4, 2001:db8::7, 4",
        "tls://[2001:db8::]/112, 2001:db8::, 2001:db8::ffff, 65536",
        "ike://[2001:db8::ffff]-[2001:db8::1:1], 2001:db8::ffff, 2001:db8::1:1, 3"
    })
    void blocksAndRangesNameEveryAddress(String word, String first, String last, int count) {
        List<EndpointTarget> targets = words.parse(word).orElseThrow();
        assertThat(targets).hasSize(count).doesNotHaveDuplicates();
        assertThat(targets.get(0).host()).isEqualTo(first);
        assertThat(targets.get(count - 1).host()).isEqualTo(last);
        assertThat(targets).allMatch(it -> it.plan() == ProbePlan.FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git@git.example/team/app.git",
                "ssh://git.example/team/app.git",
                "ssh://git.example:2222/app",
                "ssh://git.example/24",
                "https://git.example/app.git",
                "src/main",
                "ftp://host"
            })
    void otherTargetsAreNoEndpoints(String word) {
        assertThat(words.parse(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls://| is no endpoint|接続先として",
                "tls://host:| is no endpoint|接続先として",
                "tls://host:0| names port 0|範囲外",
                "tls://host:65536| names port 65536|範囲外",
                "tls://host/path| is no endpoint|接続先として",
                "tls://a b| is no endpoint|接続先として",
                "tls://user@host| has no user|ユーザー名",
                "ssh://git@host| has no user|ユーザー名",
                "tls://2001:db8::1| stands in brackets|角括弧",
                "tls://[2001:db8::g]| is no IP address|IP アドレスではありません",
                "tls://[192.0.2.1%eth0]| is no host name and no address|ホスト名でも",
                "tls://[fe80::1%eth0]/120| begins with an address|ブロックは",
                "tls://[::1| is no endpoint|接続先として",
                "tls://256.1.1.1| is no IP address|IP アドレスではありません",
                "tls://1.2.3| is no IP address|IP アドレスではありません",
                "tls://010.0.0.1| without leading zeros|先頭に 0",
                "tls://host.0x7f| is no host name|ホスト名でも",
                "tls://-host| is no host name|ホスト名でも",
                "tls://10.0.0.0/8| Blocks are /16 to /32|/16～/32",
                "tls://10.0.0.0/33| Blocks are /16 to /32|/16～/32",
                "tls://[2001:db8::]/64| Blocks are /112 to /128|/112～/128",
                "tls://host/24| begins with an address|ブロックは",
                "tls://10.0.0.0/24:443/24| two blocks|2 つ",
                "tls://10.0.0.1-9/24| range and a block|混在",
                "tls://10.0.0.9-1| lower address to a higher|小さい方から",
                "tls://10.0.0.1-300| is no IP address|IP アドレスではありません",
                "tls://10.0.0.0-11.0.0.0| more than 65536 addresses|65536 件を超える",
                "tls://[::1]-[fe80::1]| more than 65536 addresses|65536 件を超える",
                "tls://host?color=red| is not understood there|指定できません",
                "tls://host?sni=| is no name to ask for|SNI の名前",
                "tls://host?sni=a,,b| is no name to ask for|SNI の名前",
                "tls://host?sni=192.0.2.1| is no name to ask for|SNI の名前",
                "tls://host?starttls=gopher| Use one of: smtp|smtp",
                "ssh://host?sni=a| is not understood there|指定できません",
                "ike://host?starttls=smtp| is not understood there|指定できません"
            })
    void whatIsMalformedIsNamedInBothLanguages(String word, String english, String japanese) {
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> words.parse(word));
        assertThat(failure).as(word).isNotNull();
        assertThat(failure.text().en()).contains(word).contains(english);
        assertThat(failure.text().ja()).contains(word).contains(japanese);
    }

    @Test
    void theWholeOfALineIsBounded() {
        CommandFailure failure = catchThrowableOfType(
                CommandFailure.class, () -> words.parse("tls://10.0.0.0/16?sni=a.x,b.x,c.x,d.x,e.x"));
        assertThat(failure.text().en()).contains("more than 262144 endpoints");
    }

    @Test
    void aBlockOfManyIsCheap() {
        long begun = System.nanoTime();
        assertThat(words.parse("tls://10.0.0.0/16").orElseThrow()).hasSize(65_536);
        assertThat(words.parse("tls://[2001:db8::]/112").orElseThrow()).allMatch(it -> it.scheme() == Scheme.TLS);
        assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
    }
}
