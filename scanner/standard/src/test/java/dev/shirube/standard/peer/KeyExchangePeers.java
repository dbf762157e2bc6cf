package dev.shirube.standard.peer;

import java.util.ArrayList;
import java.util.List;

/** OpenSSH and strongSwan. */
final class KeyExchangePeers {
    private KeyExchangePeers() {}

    /** sshd with nothing but its defaults and host keys of these types, as {@code ssh-keygen -t} calls them. */
    static Peer sshd(Machine machine, String... types) {
        return new Peer(machine, "/usr/sbin/sshd", "Debian package openssh-server", List.of("ssh"), workshop -> {
            List<String> command = new ArrayList<>(List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null"));
            for (String type : types) {
                String key = workshop.path(type);
                machine.run(List.of("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key));
                command.addAll(List.of("-h", key));
            }
            // sshd changes into this folder without rights; the package's service makes it at boot.
            machine.run(List.of("mkdir", "-p", "/run/sshd"));
            command.addAll(List.of("-o", "PidFile=none", "-o", "ListenAddress=127.0.0.1"));
            command.addAll(List.of("-p", Integer.toString(workshop.port("ssh"))));
            return command;
        });
    }

    /** strongSwan's charon, offering those proposals to anybody on this machine. */
    static Peer charon(Machine machine, String proposals) {
        return new Peer(
                machine,
                "/usr/sbin/charon-systemd",
                "Debian packages charon-systemd strongswan-swanctl libstrongswan-standard-plugins",
                List.of(Peer.DATAGRAMS),
                workshop -> {
                    String settings = workshop.write("strongswan.conf", """
                            charon-systemd {
                              port = @ike@
                              port_nat_t = @natt@
                              load_modular = no
                              load = random nonce aes sha1 sha2 gmp hmac kdf openssl pem x509 pkcs1 pubkey gcm \
                                socket-default kernel-netlink vici
                              interfaces_use = lo
                              install_routes = no
                              install_virtual_ip = no
                              plugins {
                                vici { socket = unix://@folder@/vici }
                                socket-default { use_ipv6 = no }
                              }
                            }
                            swanctl { load = pem }
                            """);
                    workshop.write("swanctl.conf", """
                            connections {
                              anybody {
                                version = 2
                                local_addrs = 127.0.0.1
                                proposals = %s
                                local {
                                  auth = psk
                                  id = a
                                }
                                remote {
                                  auth = psk
                                  id = b
                                }
                                children {
                                  none {
                                    esp_proposals = aes256gcm16
                                  }
                                }
                              }
                            }
                            secrets {
                              ike-1 {
                                secret = "test"
                              }
                            }
                            """.formatted(proposals));
                    return List.of("env", "STRONGSWAN_CONF=" + settings, "charon-systemd");
                },
                workshop -> machine.run(List.of(
                        "env",
                        "STRONGSWAN_CONF=" + workshop.path("strongswan.conf"),
                        "swanctl",
                        "--load-all",
                        "--file",
                        workshop.path("swanctl.conf"),
                        "--uri",
                        "unix://" + workshop.path("vici"))));
    }
}
