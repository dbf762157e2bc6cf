package dev.shirube.reports.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Debian's Chromium with one tab, driven through the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol);
 * remembers what the page complains of and what it asks for.
 */
final class Browser {
    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    /** What went wrong in the page: errors and warnings of its console, exceptions, violations of its policy. */
    final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    /** Every address it asked for. */
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    Browser(Path profile) throws Exception {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--window-size=1400,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                .start();
        try {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(tab(port(profile.resolve("DevToolsActivePort"))), new Listener())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                call(domain + ".enable", Map.of());
            }
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Shows that page and waits until its program says that it can be used; answers after how many milliseconds that was. */
    int open(Path page, String fragment) throws Exception {
        complaints.clear();
        requests.clear();
        call("Page.navigate", Map.of("url", "about:blank"));
        call("Page.navigate", Map.of("url", page.toUri() + fragment));
        until("document.documentElement?.dataset.ready");
        return evaluate("Number(document.documentElement.dataset.ready)").asInt();
    }

    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").get("value");
    }

    String text(String expression) throws Exception {
        return evaluate(expression).asString();
    }

    int number(String expression) throws Exception {
        return evaluate(expression).asInt();
    }

    /** Clicks the first that the selector finds, as soon as it is there. */
    void click(String selector) throws Exception {
        until("document.querySelector(\"" + selector + "\")");
        evaluate("document.querySelector(\"" + selector + "\").click()");
    }

    /** Waits for a condition in the page. */
    void until(String condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("Boolean(" + condition + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It never came to pass: " + condition + "; the page says: "
                        + evaluate("document.body.innerText.slice(0, 2000)").asString());
            }
            Thread.sleep(20);
        }
    }

    /** Presses and releases a key, as a keyboard does. */
    void key(String name) throws Exception {
        Map<String, Integer> codes = Map.of("Enter", 13, "Escape", 27, "ArrowDown", 40, "End", 35, "Tab", 9);
        for (String type : List.of("keyDown", "keyUp")) {
            boolean prints = name.length() == 1 && type.equals("keyDown");
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            name,
                            "code",
                            name,
                            "windowsVirtualKeyCode",
                            codes.getOrDefault(name, (int) name.charAt(0)),
                            "text",
                            prints ? name : name.equals("Enter") && type.equals("keyDown") ? "\r" : ""));
        }
    }

    /** Types a text into what has the focus. */
    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends the browser that this started. */
    void close() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private URI tab(int port) throws IOException, InterruptedException {
        HttpResponse<String> tabs = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        for (JsonNode tab : json.readTree(tabs.body())) {
            if (tab.get("type").asString().equals("page")) {
                return URI.create(tab.get("webSocketDebuggerUrl").asString());
            }
        }
        throw new IOException("Chromium shows no tab: " + tabs.body());
    }

    private static int port(Path file) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (System.nanoTime() > end) {
                throw new IOException("Chromium has not started within " + PATIENCE);
            }
            Thread.sleep(50);
        }
        return Integer.parseInt(Files.readAllLines(file).get(0));
    }

    private void told(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.get("id").asInt());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new IOException(message.get("error").toString()));
            } else {
                answer.complete(message.get("result"));
            }
            return;
        }
        JsonNode event = message.get("params");
        switch (message.get("method").asString()) {
            case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(event.toString());
            case "Runtime.consoleAPICalled" -> complaints.add("console: " + event);
            case "Network.requestWillBeSent" ->
                requests.add(event.get("request").get("url").asString());
            default -> {}
        }
    }

    /** Puts the parts of a message together. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = json.readTree(text.toString());
                text.setLength(0);
                told(message);
            }
            from.request(1);
            return null;
        }
    }
}
