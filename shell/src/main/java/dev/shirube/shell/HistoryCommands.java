package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.RegisterChange;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.Declared;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code systems history} and {@code resources history}: who declared what when, cell by cell, for an auditor. */
final class HistoryCommands {

    private HistoryCommands() {}

    static CommandSpec systems() {
        return CommandSpec.named("systems history")
                .arguments("[ID]", 0, 1)
                .does("who declared what of the systems, and when", "台帳の変更履歴（申告者・日付・変更前後）")
                .example("shirube systems history", "every version of the register", "台帳のすべての版")
                .example("shirube systems history payroll", "of one system", "1 システム分")
                .option(CommonOptions.STORE)
                .runs(HistoryCommands::ofSystems);
    }

    static CommandSpec resources() {
        return CommandSpec.named("resources history")
                .does("who declared what of teams and budgets, and when", "体制・予算等の変更履歴（申告者・日付・変更前後）")
                .example("shirube resources history", "every version", "すべての版")
                .option(CommonOptions.STORE)
                .runs(HistoryCommands::ofResources);
    }

    private static Exit ofSystems(Invocation line, Session session) {
        Optional<String> only = line.arguments().stream().findFirst();
        List<Declared<List<InformationSystem>>> versions;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            versions = workspace.systemsHistory();
        }
        if (only.isPresent()
                && versions.stream()
                        .flatMap(it -> it.value().stream())
                        .noneMatch(it -> it.id().equals(only.get()))) {
            throw CommandFailure.usage(
                    "There is no system \"" + only.get() + "\" in the register. See: shirube systems list",
                    "台帳に「" + only.get() + "」というシステムはありません。参照：shirube systems list");
        }
        print(
                versions,
                List.of(),
                session,
                (before, after) -> RegisterChange.between(
                                SystemRegister.rows(before, session.language()),
                                SystemRegister.rows(after, session.language()),
                                1)
                        .stream()
                        .filter(it -> only.isEmpty() || it.key().equals(only.get()))
                        .toList());
        return Exit.DONE;
    }

    private static Exit ofResources(Invocation line, Session session) {
        List<Declared<OfficeResources>> versions;
        try (Workspace workspace = Workspaces.existing(line, session)) {
            versions = workspace.resourcesHistory();
        }
        print(
                versions,
                OfficeResources.NONE,
                session,
                (before, after) -> ResourceFiles.book().changes(before, after, session.language()));
        return Exit.DONE;
    }

    /** Versions in their order; one without a change that is wanted is left out. */
    private static <T> void print(
            List<Declared<T>> versions, T nothing, Session session, BiFunction<T, T, List<RegisterChange>> between) {
        if (versions.isEmpty()) {
            session.console().advise(session.say("Nothing was declared yet.", "まだ何も申告されていません。"));
        }
        T before = nothing;
        for (Declared<T> version : versions) {
            List<RegisterChange> changes = between.apply(before, version.value()).stream()
                    .filter(it -> it.kind() != RegisterChange.Kind.UNCHANGED)
                    .toList();
            if (!changes.isEmpty()) {
                session.console().print(head(version, session));
                new RegisterChanges(changes, session).print();
            }
            before = version.value();
        }
    }

    private static String head(Declared<?> version, Session session) {
        String unknown = session.say("not known", "不明");
        String day = version.on().map(LocalDate::toString).orElse(unknown);
        String who = version.author().isEmpty() ? unknown : version.author();
        String after = version.after() < 0 ? unknown : version.after() == 0 ? "-" : "#" + version.after();
        return session.say(
                "version " + version.version() + "  " + day + "  by " + who + "  after snapshot " + after,
                "第 " + version.version() + " 版  " + day + "  申告者 " + who + "  直前のスナップショット " + after);
    }
}
