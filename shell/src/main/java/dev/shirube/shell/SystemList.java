package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.reports.RegisterJson;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code systems list}: the register, and what is not declared in it. */
final class SystemList {

    private static final OptionSpec FORMAT = OptionSpec.choice(
            "format", List.of("table", "json"), "a table (default), or every column as JSON", "表（既定）又は全項目の JSON");

    /** What a score depends on: these stand in the table, the others in {@code systems show} and JSON. */
    private static final List<String> SHOWN =
            List.of("impact", "exposure", "protection_months", "trust_until", "renewal_fiscal_year");

    private static final int WIDTH = 80;
    private static final int NARROWEST_NAME = 16;

    private SystemList() {}

    static CommandSpec spec() {
        return CommandSpec.named("systems list")
                .does("the register, and what is not declared in it", "台帳と、未記入の項目")
                .example("shirube systems list", "a question mark is not declared", "「?」は未記入")
                .example("shirube systems list --format json", "every column, with its origin", "全項目と記載箇所")
                .option(CommonOptions.STORE)
                .option(FORMAT)
                .runs(SystemList::run);
    }

    private static Exit run(Invocation line, Session session) {
        try (Workspace workspace = Workspaces.existing(line, session)) {
            List<InformationSystem> systems = workspace.systems();
            if (line.value("format").filter("json"::equals).isPresent()) {
                RegisterJson.write(systems, session.console().outBytes());
            } else {
                table(systems, session);
                UnassignedCommand.tell(workspace, session);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.DONE;
    }

    private static void table(List<InformationSystem> systems, Session session) {
        List<RegisterColumn> columns = SystemRegister.columns();
        List<List<String>> cells = SystemRegister.rows(systems, session.language());
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.addAll(List.of(
                "ID",
                session.say("impact", "影響"),
                session.say("exposure", "接続"),
                session.say("years", "保護"),
                session.say("until", "信頼"),
                session.say("renewal", "更改"),
                session.say("open", "未記入"),
                session.say("name", "名称")));
        rows.add(header);
        for (int i = 0; i < systems.size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(systems.get(i).id());
            for (String shown : SHOWN) {
                row.add(cell(columns, cells.get(i + 1), shown, session));
            }
            row.add(Long.toString(open(systems.get(i))));
            row.add(systems.get(i).name());
            rows.add(row);
        }
        wrapped(rows).forEach(session.console()::print);
        if (systems.isEmpty()) {
            session.console()
                    .advise(session.say(
                            "No system is registered yet. Start with: shirube systems template --out systems.xlsx",
                            "登録されたシステムはまだありません。まず：shirube systems template --out systems.xlsx"));
        }
    }

    private static String cell(List<RegisterColumn> columns, List<String> cells, String id, Session session) {
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i);
            if (columns.get(i).id().equals(id) && !cell.isEmpty()) {
                return switch (id) {
                    case "protection_months" -> cell.matches("\\d+") ? cell + session.say("", "年") : cell;
                    case "trust_until" -> cell.substring(0, "2035-03".length());
                    case "renewal_fiscal_year" -> "FY" + cell;
                    default -> cell;
                };
            }
        }
        return "?";
    }

    private static long open(InformationSystem system) {
        return SystemRegister.declarations(system).stream()
                .filter(it -> !it.known())
                .count();
    }

    /** The last column is a name, which goes on below itself where a terminal ends. */
    private static List<String> wrapped(List<List<String>> rows) {
        int last = rows.get(0).size() - 1;
        List<List<String>> heads =
                rows.stream().map(row -> row.subList(0, last)).toList();
        int width =
                2 + Columns.align(heads).stream().mapToInt(Columns::width).max().orElse(0);
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> names = Columns.wrap(row.get(last), Math.max(NARROWEST_NAME, WIDTH - width));
            for (int i = 0; i < names.size(); i++) {
                List<String> line = new ArrayList<>(i == 0 ? row.subList(0, last) : Collections.nCopies(last, ""));
                line.add(names.get(i));
                all.add(line);
            }
        }
        return Columns.align(all);
    }
}
