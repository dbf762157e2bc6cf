package dev.shirube.standard.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** nginx, {@code openssl s_server}, {@code gnutls-serv} and Node: servers that speak TLS at once. */
final class WebPeers {
    private static final List<String> TLS = List.of("tls");

    private WebPeers() {}

    /** nginx with these lines in its server block; it has {@code rsa} and {@code ec} to name. */
    static Peer nginx(Machine machine, String... lines) {
        return new Peer(machine, "/usr/sbin/nginx", "Debian package nginx-light", TLS, workshop -> {
            workshop.rsa();
            workshop.ec();
            return nginx(workshop, lines);
        });
    }

    /** nginx with DH parameters of 1024 bits, which OpenSSL makes in a moment. */
    static Peer nginxWithSmallDh(Machine machine, String... lines) {
        return new Peer(machine, "/usr/sbin/nginx", "Debian package nginx-light", TLS, workshop -> {
            workshop.rsa();
            machine.run(List.of("openssl", "dhparam", "-dsaparam", "-out", workshop.path("dh.pem"), "1024"));
            return nginx(workshop, lines);
        });
    }

    /** nginx with an ML-DSA-65 certificate, {@code mldsa}, beside {@code rsa}; needs OpenSSL 3.5. */
    static Peer nginxWithMlDsa(Machine machine, String... lines) {
        return new Peer(machine, "/usr/sbin/nginx", ".ci/peers.sh", TLS, workshop -> {
            workshop.rsa();
            workshop.certificate("mldsa", "-newkey", "ml-dsa-65");
            return nginx(workshop, lines);
        });
    }

    private static List<String> nginx(Workshop workshop, String... lines) throws IOException {
        workshop.folders("temp");
        String settings = workshop.write("nginx.conf", """
                daemon off;
                master_process off;
                pid @folder@/pid;
                error_log @folder@/error.log;
                events { worker_connections 256; }
                http {
                  access_log off;
                  client_body_temp_path @folder@/temp/a;
                  proxy_temp_path @folder@/temp/b;
                  fastcgi_temp_path @folder@/temp/c;
                  uwsgi_temp_path @folder@/temp/d;
                  scgi_temp_path @folder@/temp/e;
                  server {
                    listen 127.0.0.1:@tls@ ssl;
                    %s
                    return 204;
                  }
                }
                """.formatted(String.join("\n    ", lines)));
        return List.of("nginx", "-e", workshop.path("error.log"), "-c", settings);
    }

    /** The lines that give nginx that certificate. */
    static String certificate(String name) {
        return "ssl_certificate @folder@/" + name + ".pem; ssl_certificate_key @folder@/" + name + ".key;";
    }

    /** {@code openssl s_server} with a certificate of the kind that {@code openssl req} is asked for. */
    static Peer openssl(Machine machine, List<String> key, String... options) {
        return new Peer(machine, "/usr/bin/openssl", "Debian package openssl", TLS, workshop -> {
            workshop.certificate("own", key.toArray(String[]::new));
            List<String> command = new ArrayList<>(
                    List.of("openssl", "s_server", "-quiet", "-accept", "127.0.0.1:" + workshop.port("tls"), "-cert"));
            command.addAll(List.of(workshop.path("own.pem"), "-key", workshop.path("own.key")));
            command.addAll(List.of(options));
            return command;
        });
    }

    /** {@code gnutls-serv} with that priority string; it asks for a client's certificate unless told not to. */
    static Peer gnutls(Machine machine, String priority, String... options) {
        return new Peer(machine, "/usr/bin/gnutls-serv", "Debian package gnutls-bin", TLS, workshop -> {
            workshop.rsa();
            List<String> command = new ArrayList<>(List.of("gnutls-serv", "--quiet", "--priority", priority, "--port"));
            command.add(Integer.toString(workshop.port("tls")));
            command.addAll(List.of("--x509certfile", workshop.path("rsa.pem")));
            command.addAll(List.of("--x509keyfile", workshop.path("rsa.key")));
            command.addAll(List.of(options));
            return command;
        });
    }

    /** Node 26 with OpenSSL 3.5 inside: hybrid groups by default, and ML-DSA certificates. */
    static Peer node(String credential, String options) {
        String node = Machine.cache() + "/node/node_modules/node/bin/node";
        return new Peer(Machine.host(), node, "npm install node@26 by .ci/peers.sh node", TLS, workshop -> {
            if (credential.equals("ec")) {
                workshop.ec();
            } else {
                DemoFiles.copy(workshop, credential);
            }
            String script = workshop.write("server.js", """
                    const fs = require('node:fs');
                    const options = {
                      key: fs.readFileSync('@folder@/%s.key'),
                      cert: fs.readFileSync('@folder@/%s.pem'),
                      %s
                    };
                    const server = require('node:tls').createServer(options, socket => {
                      socket.on('error', () => {});
                      socket.end();
                    });
                    server.on('tlsClientError', () => {});
                    server.listen(@tls@, '127.0.0.1');
                    """.formatted(credential, credential, options));
            return List.of(node, script);
        });
    }
}
