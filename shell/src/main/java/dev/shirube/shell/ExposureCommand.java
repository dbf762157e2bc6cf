package dev.shirube.shell;

import dev.shirube.planner.exposure.ExposureForecast;
import dev.shirube.planner.exposure.ExposureYear;
import dev.shirube.planner.exposure.QuantumDates;
import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;

/** {@code roadmap exposure}: what stays exposed year by year, under a stated distribution of the quantum computer's date. */
final class ExposureCommand {
    private static final int WIDTH = 79;

    private static final OptionSpec QUANTUM = OptionSpec.value(
            "quantum",
            "MONTH:PERCENT,…",
            "by when in how many of 100 futures (ours: " + QuantumDates.planning() + ")",
            "いつまでに、百通りの将来のうち幾つで（既定は当方の仮定 " + QuantumDates.planning() + "）");

    private ExposureCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("roadmap exposure")
                .does("what stays exposed year by year, with the plan and without", "年度別の残存リスク（計画あり・なし）")
                .example("shirube roadmap exposure", "under our planning distribution", "当方の仮定による")
                .example("shirube roadmap exposure --quantum 2032-12:20,2038-12:70", "under your own", "独自の仮定による")
                .option(QUANTUM)
                .option(CommonOptions.STORE)
                .runs(ExposureCommand::run);
    }

    private static Exit run(Invocation line, Session session) {
        QuantumDates dates = line.value("quantum").map(ExposureCommand::parsed).orElse(QuantumDates.planning());
        try (Workspace workspace = Workspaces.existing(line, session)) {
            Roadmap roadmap = Planning.plan(workspace, session);
            if (roadmap.basis() == CapacityBasis.UNCONSTRAINED) {
                say(roadmap.basis().label().in(session.language()), session);
            }
            print(ExposureForecast.of(roadmap, dates), session);
        }
        return Exit.DONE;
    }

    private static QuantumDates parsed(String text) {
        try {
            return QuantumDates.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "--quantum " + text + ": " + e.getMessage()
                            + ". Write months with rising percents: 2030-12:10,2035-12:50",
                    "--quantum " + text + "：年月と割合を、ともに増える順に書いてください（例：2030-12:10,2035-12:50）");
        }
    }

    private static void print(ExposureForecast forecast, Session session) {
        say(
                session.say(
                        "Quantum computer, planning distribution (not a forecast), month:percent of futures by then: "
                                + forecast.dates(),
                        "量子計算機の実現時期の仮定（予測ではない。年月:その時までに実現する割合％）：" + forecast.dates()),
                session);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("fiscal year", "年度"),
                session.say("open", "未移行"),
                session.say("recorded", "後日解読"),
                session.say("forgeable", "偽造可能"),
                session.say("no plan: recorded", "計画なし：後日解読"),
                session.say("forgeable", "偽造可能")));
        for (int i = 0; i < forecast.planned().size(); i++) {
            ExposureYear planned = forecast.planned().get(i);
            ExposureYear unplanned = forecast.unplanned().get(i);
            rows.add(List.of(
                    session.say("FY" + planned.fiscalYear(), "令和" + (planned.fiscalYear() - 2018) + "年度"),
                    Integer.toString(planned.open()),
                    planned.recorded().value(),
                    planned.forgeable().value(),
                    unplanned.recorded().value(),
                    unplanned.forgeable().value()));
        }
        Columns.align(rows).forEach(session.console()::print);
        say(
                session.say(
                        "Vulnerable uses in main code: open at the year's end; recorded in the year and readable while still"
                                + " confidential; forgeable in the year. Low-likely-high: at least so many in 90, 50 and 10 of 100 futures;"
                                + " what is not declared is harmless in the low figure and harmful in the others.",
                        "本体コードの脆弱な利用の件数。未移行は年度末、後日解読はその年度に記録され秘匿が必要な間に解読されうるもの、"
                                + "偽造可能はその年度に署名等が偽造されうるもの。低-中-高は、百通りの将来のうち 90・50・10 通りでこの件数以上となることを示す。"
                                + "未申告の項目は、低では無害、中・高では有害とみなす。"),
                session);
    }

    private static void say(String text, Session session) {
        Columns.wrap(text, WIDTH).forEach(session.console()::print);
    }
}
