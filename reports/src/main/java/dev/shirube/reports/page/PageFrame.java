package dev.shirube.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What stands around the data: head, style and script, and the policy that lets nothing run but that one script and nothing
 * be loaded from anywhere (W3C, Content Security Policy Level 3).
 *
 * @param style the style sheet, as built
 * @param script the program, as built
 */
record PageFrame(String style, String script) {

    /** The style and the script that are built from {@code reports/src/main/page}. */
    static PageFrame standard() {
        return new PageFrame(resource("page.css"), resource("page.js"));
    }

    /** All that comes before the data. */
    String head(String language, String title) {
        return "<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n"
                + "<noscript><p>この頁の表示には JavaScript が必要です。組織の設定で実行できない場合は、同じ内容の Excel"
                + "（shirube report xlsx）をご覧ください。</p><p lang=\"en\">This page needs JavaScript. Where it is not"
                + " allowed, the same content is in the workbook (shirube report xlsx).</p></noscript>\n"
                + "<div id=\"app\"></div>\n<script type=\"application/json\" id=\"data\">";
    }

    /** All that comes after the data. */
    String tail() {
        return "</script>\n<script>" + script + "</script>\n</body>\n</html>\n";
    }

    /**
     * The policy: our script and our style by their digests, the empty icon, and nothing else. Trusted Types refuse every
     * way by which a text could become markup.
     */
    String policy() {
        return "default-src 'none'; script-src '" + digest(script) + "'; style-src '" + digest(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script';"
                + " trusted-types 'none'";
    }

    /** The text so that it stands for itself in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The page's " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The page's " + name + " cannot be read", e);
        }
    }
}
