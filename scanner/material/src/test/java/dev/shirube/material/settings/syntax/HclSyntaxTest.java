package dev.shirube.material.settings.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HclSyntaxTest {

    private static List<String> read(String text) {
        return Syntax.HCL.read(text).entries().stream()
                .map(it -> it.line() + " " + it.path() + " " + it.words())
                .toList();
    }

    @Test
    void blocks_objects_lists_and_three_kinds_of_comments() {
        String text = """
                # resource "no" "no" { a = 1 }
                resource "aws_kms_key" "k" { // a = 2
                  key_spec = "RSA_2048" /* a
                  = 3 */ bits = 2048
                  tags = { Name = "x", "quoted" : true }
                  list = ["a", "b",
                    "c"]
                  inner {
                    v = 1.2
                  }
                  one { a = 1 }
                }
                """;

        assertThat(read(text))
                .containsExactly(
                        "2 resource.aws_kms_key [k]",
                        "3 resource.aws_kms_key.key_spec [RSA_2048]",
                        "4 resource.aws_kms_key.bits [2048]",
                        "5 resource.aws_kms_key.tags []",
                        "5 resource.aws_kms_key.tags.Name [x]",
                        "5 resource.aws_kms_key.tags.quoted [true]",
                        "6 resource.aws_kms_key.list [a, b, c]",
                        "8 resource.aws_kms_key.inner []",
                        "9 resource.aws_kms_key.inner.v [1.2]",
                        "11 resource.aws_kms_key.one []",
                        "11 resource.aws_kms_key.one.a [1]");
    }

    @Test
    void expressions_and_here_documents_stay_as_they_are_written() {
        String text = """
                resource "a" "b" {
                  x = var.size
                  y = "${var.a["k"]}-rsa"
                  z = jsonencode({
                    algorithm = "RSA"
                  })
                  text = <<-EOT
                    algorithm = "RSA" }
                  EOT
                  last = cond ? "p" : "q"
                }
                b = 1
                """;

        assertThat(read(text))
                .containsExactly(
                        "1 resource.a [b]",
                        "2 resource.a.x [${var.size}]",
                        "3 resource.a.y [${var.a[\"k\"]}-rsa]",
                        "4 resource.a.z [${jsonencode({\n    algorithm = \"RSA\"\n  })}]",
                        "7 resource.a.text [    algorithm = \"RSA\" }\n]",
                        "10 resource.a.last [${cond ? \"p\" : \"q\"}]",
                        "12 b [1]");
    }
}
