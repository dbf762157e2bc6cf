package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of a block. */
final class RustStatements {
    private final RustReader reader;

    RustStatements(RustReader reader) {
        this.reader = reader;
    }

    /** Adds the statements of the block; its last expression is its value. */
    void of(Syntax block, RustControl.Use use) {
        List<Syntax> children = block.children();
        for (int i = 0; i < children.size(); i++) {
            add(children.get(i), i == children.size() - 1 ? use : RustControl.evaluated());
        }
    }

    void add(Syntax node, RustControl.Use use) {
        switch (node.type()) {
            case "expression_statement" -> {
                RustControl.Use kept = node.has(";") ? RustControl.evaluated() : use;
                node.children().forEach(it -> reader.control.use(it, kept));
            }
            case "let_declaration" -> let(node);
            case "const_item", "static_item" -> constant(node);
            case "use_declaration", "extern_crate_declaration" -> {
                List<Import> imports = new ArrayList<>();
                new RustUses(0, imports).declaration(node);
                imports.forEach(it -> reader.out.add(new Statement.Include(it)));
            }
            case "function_item",
                    "function_signature_item",
                    "impl_item",
                    "struct_item",
                    "enum_item",
                    "trait_item",
                    "union_item",
                    "mod_item",
                    "type_item",
                    "macro_definition",
                    "foreign_mod_item" -> reader.items.local(node);
            case "ERROR" -> node.children().forEach(it -> add(it, RustControl.evaluated()));
            case "empty_statement", "attribute_item", "inner_attribute_item", "label" -> {}
            default -> reader.control.use(node, use);
        }
    }

    /** {@code let x = y else { return };} */
    private void let(Syntax node) {
        Optional<Expression> type = node.get("type").map(reader.types::named);
        Optional<Syntax> pattern = node.get("pattern");
        Optional<Expression> value = node.get("value").map(reader.expressions::lower);
        node.get("alternative")
                .ifPresent(it -> reader.out.add(new Statement.Branch(
                        it.place(),
                        RustReader.nothing(it),
                        Statement.Block.EMPTY,
                        reader.control.block(it, RustControl.evaluated()))));
        if (value.isEmpty() && pattern.isPresent()) {
            reader.out.add(new Statement.Assign(
                    node.place(), reader.patterns.target(pattern.get()), type, Optional.empty(), true));
        } else if (value.isPresent()) {
            boolean bound = pattern.isPresent() && reader.patterns.bind(pattern.get(), value.get(), type);
            if (!bound) {
                reader.out.add(new Statement.Evaluate(value.get()));
            }
        }
    }

    void constant(Syntax node) {
        node.get("name").ifPresent(name -> {
            Optional<Expression> value = node.get("value").map(reader.expressions::lower);
            reader.out.add(new Statement.Assign(
                    node.placeAt(name),
                    new Expression.Name(name.place(), name.text()),
                    node.get("type").map(reader.types::named),
                    value,
                    true));
        });
    }
}
