package dev.shirube.shell;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.roadmap.SystemQuestion;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code systems show --format json}: stable names; what is not known is left out. */
final class SystemJson {

    /** Where, by whom and when something was declared. */
    private static final List<String> ORIGIN = List.of("origin", "by", "on");

    private SystemJson() {}

    static void system(JsonStream json, SystemView view, Session session) throws IOException {
        json.object(it -> {
            it.text("schema", "shirube-system/1");
            it.text("as_of", session.asOf().toString());
            it.text("id", view.system().id());
            it.text("name", view.system().name());
            it.truth("registered", view.registered());
            it.truth("scanned", view.scanned());
            it.list("facts", list -> {
                for (SystemFacts.Fact fact : view.facts()) {
                    list.object(row -> fact(row, fact, session));
                }
            });
            it.list("findings", list -> counts(list, view));
            it.object("files", row -> {
                for (Coverage.Outcome outcome : Coverage.Outcome.values()) {
                    row.number(outcome.name().toLowerCase(Locale.ROOT), view.files(outcome));
                }
            });
            it.number("diagnostics", view.own().diagnostics().size());
            DependencyCommand.write(it, view.pairs());
            it.list("questions", list -> each(list, view.questions(), session));
        });
    }

    private static void fact(JsonStream row, SystemFacts.Fact fact, Session session) {
        row.text("field", fact.id());
        text(row, "declared", fact.declared(), session);
        for (int i = 0; i < fact.origin().size(); i++) {
            if (!fact.origin().get(i).isEmpty()) {
                row.text(ORIGIN.get(i), fact.origin().get(i));
            }
        }
        text(row, "observed", fact.observed(), session);
        row.truth("differs", fact.differs());
    }

    private static void text(JsonStream row, String name, Optional<Text> text, Session session) {
        text.ifPresent(it -> row.text(name, it.in(session.language())));
    }

    private static void counts(JsonStream list, SystemView view) throws IOException {
        for (Map.Entry<CryptoFunction, Map<QuantumThreat, Long>> it :
                view.counts().entrySet()) {
            list.object(row -> {
                row.text("function", it.getKey().id());
                row.text("context", CodeContext.MAIN.name().toLowerCase(Locale.ROOT));
                for (QuantumThreat threat : QuantumThreat.values()) {
                    row.number(threat.id(), it.getValue().getOrDefault(threat, 0L));
                }
            });
        }
    }

    /** What to ask of all owners. */
    static void questions(JsonStream json, List<SystemShowCommand.Asked> asked, Session session) throws IOException {
        json.object(it -> {
            it.text("schema", "shirube-questions/1");
            it.text("as_of", session.asOf().toString());
            it.list("systems", list -> {
                for (SystemShowCommand.Asked one : asked) {
                    list.object(row -> {
                        row.text("id", one.system().id());
                        row.text("name", one.system().name());
                        row.text("owner", one.system().owner());
                        row.truth("scanned", one.scanned());
                        row.list("questions", questions -> each(questions, one.questions(), session));
                    });
                }
            });
        });
    }

    private static void each(JsonStream list, List<SystemQuestion> questions, Session session) throws IOException {
        for (SystemQuestion question : questions) {
            list.object(row -> {
                row.text("field", question.field().id());
                row.text("question", question.field().label().in(session.language()));
                row.number("low", question.low());
                row.number("high", question.high());
                row.number("narrows_at_least", question.sureNarrowing());
                row.number("narrows_at_most", question.bestNarrowing());
                row.list("answers", answers -> {
                    for (SystemQuestion.Answer answer : question.answers()) {
                        answers.object(it -> {
                            it.text("answer", answer.label().in(session.language()));
                            it.number("low", answer.low());
                            it.number("high", answer.high());
                        });
                    }
                });
            });
        }
    }
}
