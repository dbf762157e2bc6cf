package dev.shirube.standard.peer;

import java.io.IOException;
import java.util.List;

/** Postfix and Dovecot: SMTP, LMTP, IMAP, POP3 and ManageSieve, each with STARTTLS. */
final class MailPeers {
    private MailPeers() {}

    /** Postfix with these lines in its main.cf beside what STARTTLS with an RSA certificate needs. */
    static Peer postfix(Machine machine, String... lines) {
        return new Peer(machine, "/usr/sbin/postfix", "Debian package postfix", List.of("smtp"), workshop -> {
            workshop.rsa();
            workshop.folders("etc", "queue", "data");
            machine.run(List.of("chown", "postfix", workshop.path("data")));
            workshop.write("etc/main.cf", """
                    compatibility_level = 3.6
                    queue_directory = @folder@/queue
                    data_directory = @folder@/data
                    inet_interfaces = 127.0.0.1
                    inet_protocols = ipv4
                    myhostname = mail.test
                    mydestination =
                    mynetworks = 127.0.0.1/32
                    alias_maps =
                    alias_database =
                    maillog_file = @folder@/mail.log
                    maillog_file_prefixes = /tmp
                    smtpd_relay_restrictions = reject
                    smtpd_tls_cert_file = @folder@/rsa.pem
                    smtpd_tls_key_file = @folder@/rsa.key
                    smtpd_tls_security_level = may
                    %s
                    """.formatted(String.join("\n", lines)));
            workshop.write("etc/master.cf", """
                    @smtp@ inet n - n - - smtpd
                    pickup unix n - n 60 1 pickup
                    cleanup unix n - n - 0 cleanup
                    qmgr unix n - n 300 1 qmgr
                    tlsmgr unix - - n 1000? 1 tlsmgr
                    rewrite unix - - n - - trivial-rewrite
                    bounce unix - - n - 0 bounce
                    anvil unix - - n - 1 anvil
                    proxymap unix - - n - - proxymap
                    postlog unix-dgram n - n - 1 postlogd
                    """);
            return List.of("postfix", "-c", workshop.path("etc"), "start-fg");
        });
    }

    /** Dovecot 2.3 with all its protocols. */
    static Peer dovecot23(Machine machine) {
        return new Peer(
                machine,
                "/usr/lib/dovecot/managesieve-login",
                "Debian packages dovecot-imapd dovecot-pop3d dovecot-lmtpd dovecot-managesieved",
                List.of("imap", "pop3", "sieve", "lmtp"),
                workshop -> {
                    String settings = dovecot(workshop, "", """
                            protocols = imap pop3 lmtp sieve
                            ssl_cert = <@folder@/rsa.pem
                            ssl_key = <@folder@/rsa.key
                            passdb {
                              driver = static
                              args = password=x
                            }
                            userdb {
                              driver = static
                              args = uid=nobody gid=nogroup home=/nonexistent
                            }
                            service managesieve-login {
                              inet_listener sieve {
                                port = @sieve@
                              }
                            }
                            service lmtp {
                              inet_listener lmtp {
                                port = @lmtp@
                              }
                            }
                            """);
                    return List.of("dovecot", "-F", "-c", settings);
                });
    }

    /** Dovecot 2.4, whose settings are called otherwise, with IMAP and POP3. */
    static Peer dovecot24(Machine machine) {
        return new Peer(
                machine,
                "/usr/lib/dovecot/pop3-login",
                "Debian packages dovecot-imapd dovecot-pop3d",
                List.of("imap", "pop3"),
                workshop -> {
                    String settings =
                            dovecot(workshop, "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0", """
                            protocols = imap pop3
                            ssl_server_cert_file = @folder@/rsa.pem
                            ssl_server_key_file = @folder@/rsa.key
                            mail_driver = maildir
                            mail_path = @folder@/mail
                            passdb static {
                              password = x
                            }
                            userdb static {
                              fields {
                                uid = nobody
                                gid = nogroup
                                home = /nonexistent
                              }
                            }
                            """);
                    return List.of("dovecot", "-F", "-c", settings);
                });
    }

    private static String dovecot(Workshop workshop, String first, String more) throws IOException {
        workshop.rsa();
        workshop.folders("run", "state");
        return workshop.write("dovecot.conf", first + """

                base_dir = @folder@/run
                state_dir = @folder@/state
                log_path = @folder@/dovecot.log
                listen = 127.0.0.1
                ssl = yes
                service imap-login {
                  inet_listener imap {
                    port = @imap@
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = @pop3@
                  }
                  inet_listener pop3s {
                    port = 0
                  }
                }
                """ + more);
    }
}
