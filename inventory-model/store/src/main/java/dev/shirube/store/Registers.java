package dev.shirube.store;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Team;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.resources.OfficeResources;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an office declares: the register of systems, its resources, and which findings it gives to which system. */
final class Registers {

    private static final String RESOURCES = "resources";
    private static final String OFFICE = "office";

    private Registers() {}

    static void save(Connection connection, Collection<InformationSystem> systems) throws SQLException {
        Sql.update(connection, "DELETE FROM system");
        for (InformationSystem system : systems) {
            Sql.update(
                    connection,
                    "INSERT INTO system (id, record) VALUES (?, ?)",
                    system.id(),
                    RegisterRecord.write(system));
        }
    }

    static List<InformationSystem> systems(Connection connection) throws SQLException {
        return Sql.list(connection, row -> RegisterRecord.system(row.getString(1)), "SELECT record FROM system")
                .stream()
                .sorted()
                .toList();
    }

    static void save(Connection connection, OfficeResources resources, String author) throws SQLException {
        Documents.save(connection, RESOURCES, OFFICE, ResourceRecord.write(resources), author);
    }

    /** The resources as last declared; those of an older store where none were declared since. */
    static OfficeResources resources(Connection connection) throws SQLException {
        Optional<StoredDocument> declared = Documents.latest(connection, RESOURCES, OFFICE);
        return declared.isPresent()
                ? ResourceRecord.read(declared.get().bytes())
                : OfficeResources.of(teams(connection), budgets(connection));
    }

    /** Replaces teams and budgets, in the form of older stores. */
    static void save(Connection connection, Collection<Team> teams, Collection<BudgetLine> budgets)
            throws SQLException {
        Sql.update(connection, "DELETE FROM team");
        Sql.update(connection, "DELETE FROM budget");
        for (Team team : teams) {
            Sql.update(
                    connection, "INSERT INTO team (id, record) VALUES (?, ?)", team.id(), RegisterRecord.write(team));
        }
        for (BudgetLine line : budgets) {
            Sql.update(
                    connection,
                    "INSERT INTO budget (department, fiscal_year, yen) VALUES (?, ?, ?)",
                    line.department(),
                    line.fiscalYear(),
                    line.yen());
        }
    }

    static List<Team> teams(Connection connection) throws SQLException {
        return Sql.list(connection, row -> RegisterRecord.team(row.getString(1)), "SELECT record FROM team").stream()
                .sorted()
                .toList();
    }

    static List<BudgetLine> budgets(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new BudgetLine(row.getString(1), row.getInt(2), row.getLong(3)),
                        "SELECT department, fiscal_year, yen FROM budget")
                .stream()
                .sorted()
                .toList();
    }

    static List<Assignment> assignments(Connection connection) throws SQLException {
        return Documents.latest(connection, AssignmentRecord.KIND, AssignmentRecord.ID)
                .map(AssignmentRecord::read)
                .orElse(List.of());
    }

    static List<Assignment> change(Connection connection, UnaryOperator<List<Assignment>> change, String author)
            throws SQLException {
        List<Assignment> changed = change.apply(assignments(connection));
        byte[] bytes = AssignmentRecord.write(changed);
        Documents.save(connection, AssignmentRecord.KIND, AssignmentRecord.ID, bytes, author);
        return changed;
    }
}
