package dev.shirube.material.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands wherever they stand, and what only looks like one. */
class CommandsTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    private static Detection detect(String location, String text) {
        SettingsDetector detector = new SettingsDetector(REGISTRY);
        InMemoryInput input = InMemoryInput.of(location, text);
        assertThat(detector.accepts(input)).isTrue();
        return detector.detect(input, InMemoryUnit.of());
    }

    /** The marks are taken off before the text is read, so that a mark can stand where no comment could. */
    private static void marked(String location, String text) {
        Detection detection = detect(location, text.replaceAll("[ \t]*#\\s*finds:[^\n]*", ""));
        assertThat(MarkedFixtures.differences(text, detection.findings(), REGISTRY))
                .isEmpty();
    }

    @Test
    void a_script_with_everything_that_is_no_command() {
        marked("setup.sh", """
                #!/bin/bash
                set -e
                # openssl genrsa 1024
                echo "run openssl genrsa 1024" ; echo openssl genrsa 1024
                cat <<EOF > help.txt
                openssl genrsa 1024
                EOF
                cat <<-'DONE' | tee x
                \tssh-keygen -t dsa
                \tDONE
                if ! test -f a.key; then
                  LANG=C sudo -u ca env X=1 /usr/bin/openssl req -x509 \\
                    -newkey rsa:3072 -nodes \\ # finds: RSA-3072 keygen
                    -keyout a.key 2>/dev/null
                fi
                key=$(openssl genrsa 2048 2>/dev/null) # finds: RSA-2048 keygen
                pub=`wg genkey | wg pubkey` # finds: x25519 keygen
                bash -c "ssh-keygen -t ecdsa -b 384 -f k" # finds: EC-P-384 keygen
                [ -f dh.pem ] || openssl dhparam -out dh.pem 4096 >/dev/null 2>&1 & # finds: FFDH-4096 parameters
                ssh-keygen -t "$TYPE" -f k # finds: UNRESOLVED keygen
                "${OPENSSL:-openssl}" ecparam -genkey -name "prime256v1" # finds: EC-P-256 keygen
                ssh-keygen -y -f k > k.pub
                ssh-keygen -l -f k
                openssl x509 -in a.pem -noout -text
                """);
    }

    @Test
    void a_program_without_an_ending_by_its_first_line() {
        marked("bin/make-key", "#!/usr/bin/env bash\nopenssl genrsa 4096 # finds: RSA-4096 keygen\n");
        assertThat(detect("bin/notes", "how to\nopenssl genrsa 4096\n").findings())
                .isEmpty();
    }

    @Test
    void a_dockerfile() {
        marked("Dockerfile", """
                FROM debian
                # RUN openssl genrsa 1024
                ENV NOTE="openssl genrsa 1024"
                RUN apt-get install -y openssl \\
                    # a comment between
                    && openssl req -x509 -newkey rsa:2048 -nodes -keyout k -out c # finds: RSA-2048 keygen
                RUN ["keytool", "-genkeypair", "-keyalg", "EC", "-groupname", "secp384r1"] # finds: EC-P-384 keygen
                RUN --mount=type=cache,target=/x <<EOT
                ssh-keygen -t ed25519 -N '' -f k # finds: Ed25519 keygen
                EOT
                """);
    }

    @Test
    void pipelines_in_yaml() {
        marked(".github/workflows/release.yml", """
                name: openssl genrsa 1024
                jobs:
                  release:
                    steps:
                      - uses: sigstore/cosign-installer@v3 # finds: UNRESOLVED sign
                      - name: sign
                        run: |
                          echo "cosign sign x"
                          gpg --detach-sign a.tgz # finds: UNRESOLVED sign
                      - run: cosign sign-blob --yes a # finds: UNRESOLVED sign
                """);
        marked(".gitlab-ci.yml", """
                sign:
                  before_script:
                    - apt-get update
                    - openssl genrsa -out k 2048 # finds: RSA-2048 keygen
                  script:
                    - make
                    - jarsigner -sigalg SHA256withRSA -keystore k a.jar x # finds: RSA-PKCS1-1.5-SHA-256 sign
                """);
        marked("tasks.yml", """
                - name: short
                  openssl_privatekey: path=/etc/a.key size=4096 type=RSA # finds: RSA-4096 keygen
                - shell: openssl ecparam -genkey -name secp384r1 -out b.key # finds: EC-P-384 keygen
                """);
        marked("docker-compose.yml", """
                services:
                  ca:
                    image: openssl genrsa 1024
                    command: ["openssl", "genrsa", "3072"] # finds: RSA-3072 keygen
                  tls:
                    command: sh -c "openssl ecparam -name secp521r1 -genkey" # finds: EC-P-521 keygen
                """);
    }

    @Test
    void recipes_steps_and_units() {
        marked("Makefile", """
                OPENSSL = openssl
                # openssl genrsa 1024
                key.pem:
                \t@$(OPENSSL) genrsa -out $@ 2048 # finds: RSA-2048 keygen
                \t-ssh-keygen -t rsa \\
                \t  -b $(BITS) -f k
                """.replace("-ssh-keygen -t rsa \\", "-ssh-keygen -t rsa \\ # finds: RSA keygen"));
        marked("Jenkinsfile", """
                // sh 'openssl genrsa 1024'
                stage('x') { steps {
                  sh 'openssl genrsa 2048' # finds: RSA-2048 keygen
                  sh(label: 'a', script: '''
                    set -e
                    ssh-keygen -t ed25519 -f k # finds: Ed25519 keygen
                  ''')
                } }
                """);
        marked("keys.service", """
                [Unit]
                Description=openssl genrsa 1024
                [Service]
                ExecStartPre=-/usr/bin/ssh-keygen -q -t ecdsa -b 521 -f /k # finds: EC-P-521 keygen
                ExecStart=/bin/sh -c 'openssl dhparam -out d 2048' # finds: FFDH-2048 parameters
                """);
    }

    @Test
    void powershell_and_batch() {
        marked("New-Cert.ps1", """
                <# New-SelfSignedCertificate -KeyAlgorithm RSA -KeyLength 1024 #>
                $cert = New-SelfSignedCertificate -DnsName a `
                  -KeyAlgorithm RSA ` # finds: RSA-4096 keygen
                  -KeyLength 4096
                Set-AuthenticodeSignature -FilePath a.ps1 -Certificate $cert # finds: UNRESOLVED sign
                """);
        marked("sign.bat", """
                REM openssl genrsa 1024
                "C:\\Tools\\openssl.exe" genrsa -out k.pem 2048 # finds: RSA-2048 keygen
                signtool sign /f a.pfx a.exe # finds: UNRESOLVED sign
                """);
    }

    @Test
    void no_password_of_a_command_is_told() {
        Detection detection = detect("a.sh", """
                openssl genrsa -aes256 -passout pass:gehe1m-1 2048
                gpg --batch --passphrase gehe1m-2 --quick-generate-key 'A <a@a>' rsa4096
                keytool -genkeypair -storepass gehe1m-3 -keypass gehe1m-4 -keyalg RSA
                vault write pki/roles/a token=gehe1m-5 key_type=rsa
                openssl req -newkey rsa:2048 -passout pass:gehe1m-6
                TOKEN=gehe1m-7 cosign sign --key k gehe1m-8
                """);

        List<String> told = detection.findings().stream().map(Finding::toString).toList();
        assertThat(told).hasSize(6);
        assertThat(told).noneMatch(it -> it.contains("gehe1m"));
        assertThat(detection.diagnostics()).isEmpty();
    }
}
