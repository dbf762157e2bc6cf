package dev.shirube.source.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.compiler.IScanner;
import org.eclipse.jdt.core.compiler.ITerminalSymbols;
import org.eclipse.jdt.core.compiler.InvalidInputException;

/**
 * How deeply a text nests, told by its tokens before it is parsed.
 *
 * <p>JDT's parser keeps the text of each lambda for itself, those within it included, and its recovery of unbalanced
 * brackets is quadratic: memory and time that grow with the square of the depth.
 */
final class Nesting {

    private static final int BRACKETS = 1_000;
    private static final int LAMBDAS = 40;

    /** Arrows whose body has not ended. */
    private final Deque<Arrow> arrows = new ArrayDeque<>();

    private int depth;
    private boolean afterArrow;

    private record Arrow(int depth, boolean block) {}

    private Nesting() {}

    /** The bound that is exceeded, with its value, and nothing else; nothing when the text may be parsed. */
    static Optional<String> exceeded(String text) {
        String newest = JavaCore.latestSupportedJavaVersion();
        IScanner scanner = ToolFactory.createScanner(false, false, false, newest, newest);
        scanner.setSource(text.toCharArray());
        Nesting nesting = new Nesting();
        while (true) {
            int token = next(scanner);
            if (token == ITerminalSymbols.TokenNameEOF) {
                return Optional.empty();
            }
            nesting.see(token);
            if (nesting.depth > BRACKETS) {
                return Optional.of("brackets-nested=" + BRACKETS);
            } else if (nesting.arrows.size() > LAMBDAS) {
                return Optional.of("lambdas-nested=" + LAMBDAS);
            }
        }
    }

    /** An invalid token is passed over, as the parser does. */
    private static int next(IScanner scanner) {
        while (true) {
            try {
                return scanner.getNextToken();
            } catch (InvalidInputException e) {
                continue;
            }
        }
    }

    private void see(int token) {
        if (afterArrow) {
            arrows.push(new Arrow(depth, token == ITerminalSymbols.TokenNameLBRACE));
            afterArrow = false;
        }
        switch (token) {
            case ITerminalSymbols.TokenNameLPAREN,
                    ITerminalSymbols.TokenNameLBRACE,
                    ITerminalSymbols.TokenNameLBRACKET -> depth++;
            case ITerminalSymbols.TokenNameRPAREN,
                    ITerminalSymbols.TokenNameRBRACE,
                    ITerminalSymbols.TokenNameRBRACKET -> close(token == ITerminalSymbols.TokenNameRBRACE);
            case ITerminalSymbols.TokenNameCOMMA, ITerminalSymbols.TokenNameSEMICOLON -> end(depth, false);
            case ITerminalSymbols.TokenNameARROW -> afterArrow = true;
            default -> {}
        }
    }

    private void close(boolean brace) {
        depth = Math.max(0, depth - 1);
        end(depth + 1, false);
        if (brace) {
            end(depth, true);
        }
    }

    /** Ends the arrows at that depth or deeper; by a closing brace only those whose body is a block. */
    private void end(int from, boolean blocks) {
        while (!arrows.isEmpty()
                && arrows.peek().depth() >= from
                && (!blocks || arrows.peek().block())) {
            arrows.pop();
        }
    }
}
