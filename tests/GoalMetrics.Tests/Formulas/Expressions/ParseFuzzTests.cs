using System.Globalization;

namespace GoalMetrics.Tests.Formulas.Expressions;

/// <summary>
/// Texts that no one would write: whatever they are, they are a formula that round-trips and computes, or refused with a place.
/// A long run: GOALMETRICS_FUZZ=1000000.
/// </summary>
public sealed class ParseFuzzTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "visitors", "omsætning", "ı", "İ", "_x1", "0", "1", "12.5", ".5", "1e3", "1e-28", "79228162514264337593543950335",
        "1e400", "1,000", "0,5",
        "+", "-", "*", "/", "(", ")", ",", "<", "<=", ">", ">=", "==", "!=", "<>", "=", "−", "×", "÷", "≤", "^", ";", "#", "\"", "{", "\0",
        "\ud800", "💥", "٣", "۴",
        "min(", "max(", "abs(", "sqrt(", "pow(", "ln(", "exp(", "if(", "if", "roi(", "conversion-rate(", "conversion_rate(", "npv(", "IF(",
        "unknown(", " ", "\n", "\u00a0",
    ];

    private static readonly string[] Valid =
    [
        "(won * value) / cycle_days", "if(a < b, max(a, 0), b / (a - b))", "pow(end / start, 1 / periods) - 1", "100 * (p - d) / r",
        "roi(a, b) + ln(exp(c))",
        "conversion-rate(a, b) * sqrt(abs(c))", "min(a, b, c, 1e3) - -d", "npv(r, f, g, h)",
    ];

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("GOALMETRICS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? cases
            : 20_000;

    [Theory]
    [InlineData("", 1)]
    [InlineData("da-DK", 2)]
    [InlineData("tr-TR", 3)]
    [InlineData("ar-SA", 4)]
    [InlineData("fa-IR", 5)]
    public void Parse_AnyText_IsAFormulaOrRefused(string culture, int seed)
    {
        using var _ = new CurrentCulture(culture);
        var random = new Random(seed);
        int formulas = 0, refused = 0;
        for (var i = 0; i < Cases / 5; i++)
        {
            var text = AnyText(random);
            try
            {
                var formula = Formula.Parse(text);
                formulas++;
                var written = formula.Description.Equation!;
                Formula.Parse(written).Description.Equation.Should().Be(written, "{0}", text);
                formula.EquationText().Should().NotBeEmpty();
                formula.EquationLatex().Should().NotBeEmpty();
                Evaluate(formula, random);
            }
            catch (FormulaSyntaxException error)
            {
                refused++;
                error.Position.Should().BeInRange(0, text.Length);
            }
        }

        formulas.Should().BeGreaterThan(Cases / 50);
        refused.Should().BeGreaterThan(Cases / 50);
    }

    // Near the bounds of length: numbers that are longer written out, long names, spaces that are put in.
    [Fact]
    public void Parse_LongText_RoundTripsOrIsRefused()
    {
        var random = new Random(21);
        string[] operands = ["a", "1e-28", "1e20", "7.9e28", "0.5", "-b", "(a-b)", "conversion-rate(a,b)", "if(a<b,a,b)", new('n', 60)];
        int formulas = 0, refused = 0;
        for (var i = 0; i < Math.Max(200, Cases / 100); i++)
        {
            var text = new System.Text.StringBuilder("a");
            var kinds = random.Next(1, operands.Length);
            var length = random.Next(500, 4_100);
            while (text.Length < length)
            {
                text.Append("+-*/"[random.Next(4)]).Append(operands[random.Next(kinds)]);
            }

            if (Formula.TryParse(text.ToString(), out var formula, out var error))
            {
                formulas++;
                var written = formula.Description.Equation!;
                Formula.Parse(written).Description.Equation.Should().Be(written);
            }
            else
            {
                refused++;
                error.Position.Should().BeInRange(0, text.Length);
            }
        }

        formulas.Should().BeGreaterThan(20);
        refused.Should().BeGreaterThan(20);
    }

    [Theory]
    [InlineData("da-DK")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Parse_AnyCulture_IsTheSame(string culture)
    {
        var random = new Random(9);
        for (var i = 0; i < 500; i++)
        {
            var text = Tree(random, 4);
            if (!Formula.TryParse(text, out var formula, out var error))
            {
                using var other = new CurrentCulture(culture);
                Messages.Of<FormulaSyntaxException>(() => Formula.Parse(text)).Should().Be(error.Message);
                continue;
            }

            Quantity[] inputs = [.. formula.Inputs.Select((_, place) => Quantity.Ratio(1.25m + place))];
            var expected = Outcome(formula, inputs);
            using var current = new CurrentCulture(culture);
            var again = Formula.Parse(text);
            again.Description.Equation.Should().Be(formula.Description.Equation);
            Outcome(again, inputs).Should().Be(expected);
        }
    }

    // Arithmetic written down beside the text, in C#: the text must give the same.
    [Fact]
    public void Evaluate_RandomTrees_IsTheArithmetic()
    {
        var random = new Random(12);
        for (var i = 0; i < 5_000; i++)
        {
            Quantity[] inputs = [Number(random), Number(random), Number(random)];
            var (text, expected) = Both(random, inputs, random.Next(1, 7));
            var formula =
                Formula.Parse("three", $"({text}) + 0 * (a + b + c)", FormulaInput.Any("a"), FormulaInput.Any("b"), FormulaInput.Any("c"));
            var found = formula.Evaluate(inputs);
            expected += Quantity.Ratio(0m) * (inputs[0] + inputs[1] + inputs[2]);
            found.AmountOrNull.Should().Be(expected.AmountOrNull, "{0}", text);
            found.Reason.Should().Be(expected.Reason, "{0}", text);
        }
    }

    private static (string Text, Quantity Value) Both(Random random, Quantity[] inputs, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            var place = random.Next(4);
            var number = Math.Round((decimal)random.NextDouble() * 9m, 2);
            return place == 3 ? (number.ToString(CultureInfo.InvariantCulture), number) : ("abc"[place].ToString(), inputs[place]);
        }

        var (left, x) = Both(random, inputs, depth - 1);
        if (random.Next(8) == 0)
        {
            return ($"-({left})", -x);
        }

        var (right, y) = Both(random, inputs, depth - 1);
        return random.Next(6) switch
        {
            0 => ($"({left}) + ({right})", x + y),
            1 => ($"({left}) - ({right})", x - y),
            2 => ($"({left}) * ({right})", x * y),
            3 => ($"({left}) / ({right})", x / y),
            4 => ($"max({left}, {right})", Undefined(x, y) ?? (x > y ? x : y)),
            _ => ($"if({left} < {right}, {left}, {right})", Undefined(x, y) ?? (x < y ? x : y)),
        };
    }

    // The first of them that is undefined.
    private static Quantity? Undefined(Quantity x, Quantity y)
    {
        if (!x.IsDefined)
        {
            return x;
        }

        return y.IsDefined ? null : y;
    }

    private static Quantity Number(Random random) => Quantity.Ratio(Math.Round(((decimal)random.NextDouble() - 0.3m) * 100m, 3));

    private static string Outcome(Formula formula, Quantity[] inputs)
    {
        try
        {
            return formula.Evaluate(inputs).ToString(CultureInfo.InvariantCulture);
        }
        catch (ArgumentException refused)
        {
            return refused.Message;
        }
        catch (UnitMismatchException refused)
        {
            return refused.Message;
        }
    }

    private static void Evaluate(Formula formula, Random random) => Outcome(formula, [.. formula.Inputs.Select(_ => random.Next(5) switch
    {
        0 => Quantity.Count(random.Next(0, 1_000)),
        1 => Money.Dkk(random.Next(-1_000, 1_000)),
        2 => default,
        3 => Quantity.Ratio(decimal.MaxValue),
        _ => Number(random),
    })]);

    private static string AnyText(Random random)
    {
        if (random.Next(3) == 0)
        {
            return Mutated(random);
        }

        return random.Next(2) == 0 ? Soup(random) : Tree(random, random.Next(1, 6));
    }

    private static string Soup(Random random) =>
        string.Join(
            random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(0, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Mutated(Random random)
    {
        var text = Valid[random.Next(Valid.Length)];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var place = random.Next(text.Length + 1);
            text = random.Next(3) switch
            {
                0 => text.Insert(place, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(Math.Min(place, Math.Max(0, text.Length - 1)), Math.Min(1, text.Length)),
                _ => text[..place] + text[..random.Next(text.Length + 1)],
            };
        }

        return text;
    }

    private static string Tree(Random random, int depth)
    {
        if (depth == 0)
        {
            return random.Next(3) == 0
                ? Math.Round(random.NextDouble() * 100, 2).ToString(CultureInfo.InvariantCulture)
                : "abcd"[random.Next(4)].ToString();
        }

        string Sub() => Tree(random, depth - 1);
        return random.Next(9) switch
        {
            0 => $"({Sub()})",
            1 => $"-{Sub()}",
            2 => $"min({Sub()}, {Sub()})",
            3 => $"if({Sub()} >= {Sub()}, {Sub()}, {Sub()})",
            4 => $"pow({Sub()}, {random.Next(-3, 4)})",
            5 => $"sqrt(abs({Sub()}))",
            6 => $"growth_rate({Sub()}, {Sub()})",
            _ => $"{Sub()} {"+-*/"[random.Next(4)]} {Sub()}",
        };
    }
}
