using System.Globalization;

namespace GoalMetrics.Tests.Formulas;

/// <summary>What holds of every formula in the default catalogue. The figures are in the tests of the families.</summary>
public sealed class BuiltInFormulasTests
{
    private const string SomeMoney = "money in a currency, such as Money.Dkk(100) or Money.Of(100, \"EUR\")";

    // Formulas whose documentation says that they allocate.
    private static readonly string[] Allocating = [];

    public static TheoryData<string> Ids => BuiltInFormula.Ids;

    public static TheoryData<string> DirectIds => BuiltInFormula.DirectIds;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Description_BuiltIn_IsComplete(string id)
    {
        var formula = FormulaCatalog.Default.Find(id);
        formula.Title.In(CultureInfo.GetCultureInfo("en-GB")).Should().NotBe(id).And.MatchRegex("^[A-Z]");
        formula.Title.Languages.Should().Contain("da");
        formula.Description.Equation.Should().NotBeNullOrWhiteSpace();
        formula.Description.Source.Should().NotBeNullOrWhiteSpace();
        formula.Description.Family.Should().NotBe("Other");
        formula.Description.Direction.Should().BeDefined();
        formula.Inputs.Should().AllSatisfy(input => formula.Description.Equation.Should().MatchRegex($@"\b{input.Name}\b"));
        formula.Description.EdgeCases.Should().NotBeEmpty().And.OnlyContain(text => text.EndsWith('.'));
        formula.Description.Example!.About.Should().NotEndWith(".");
        formula.Evaluate([.. formula.Description.Example.Inputs]).IsDefined.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Variants_BuiltIn_PointAtEachOther(string id)
    {
        foreach (var variant in FormulaCatalog.Default.Find(id).Description.Variants)
        {
            variant.Id.Should().NotBe(id);
            variant.Difference.Should().EndWith(".");
            FormulaCatalog.Default.Find(variant.Id).Description.Variants.Select(back => back.Id).Should().Contain(id);
        }
    }

    // A count outside its range is misuse and throws; any other input gives an undefined result that names it.
    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_InputOutsideItsRange_IsOutOfDomain(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        for (var i = 0; i < builtIn.Parameters.Count; i++)
        {
            var input = builtIn.Formula.Inputs[i];
            var unit = BuiltInFormula.One(input.Kind).Unit!;
            if (input.Kind != InputKind.Count && input.Minimum is { } minimum)
            {
                builtIn.With(i, new(minimum - 0.01m, unit)).ShouldBeUndefined(UndefinedReason.OutOfDomain, input.Name);
            }

            if (input.Maximum is { } maximum)
            {
                builtIn.With(i, new(maximum + 0.01m, unit)).ShouldBeUndefined(UndefinedReason.OutOfDomain, input.Name);
            }
        }
    }

    [Theory]
    [InlineData("churn-rate", Direction.LowerIsBetter)]
    [InlineData("retention-rate", Direction.HigherIsBetter)]
    [InlineData("average-revenue-per-user", Direction.HigherIsBetter)]
    [InlineData("customer-lifetime-value", Direction.HigherIsBetter)]
    [InlineData("net-promoter-score", Direction.HigherIsBetter)]
    [InlineData("return-on-investment", Direction.HigherIsBetter)]
    [InlineData("gross-margin", Direction.HigherIsBetter)]
    [InlineData("growth-rate", Direction.HigherIsBetter)]
    [InlineData("compound-growth-rate", Direction.HigherIsBetter)]
    public void Direction_BuiltIn_SaysWhichWayIsBetter(string id, Direction direction) =>
        FormulaCatalog.Default.Find(id).Description.Direction.Should().Be(direction);

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Inputs_BuiltIn_AreNamedLikeTheParameters(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        builtIn.Formula.Inputs.Select(input => input.Name).Should().Equal(builtIn.Parameters);
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Evaluate_BuiltIn_IsTheDirectCall(string id)
    {
        var builtIn = BuiltInFormula.Of(id);

        // Different amounts, so that inputs in the wrong order would show.
        var inputs = builtIn.Ones().Select((one, i) => one * Quantity.Ratio(0.5m + (0.125m * (i % 3)))).ToArray();
        builtIn.Formula.Evaluate(inputs).Should().Be(builtIn.Direct(inputs));
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_UndefinedInput_CarriesItsReasonAndName(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        for (var i = 0; i < builtIn.Parameters.Count; i++)
        {
            builtIn.With(i, Quantity.Undefined(UndefinedReason.Immature))
                .ShouldBeUndefined(UndefinedReason.Immature, builtIn.Parameters[i]);
            builtIn.With(i, default).ShouldBeUndefined(UndefinedReason.NoData, builtIn.Parameters[i]);
            builtIn.With(i, Quantity.Undefined(UndefinedReason.Overflow, "earlier")).ShouldBeUndefined(UndefinedReason.Overflow, "earlier");
        }
    }

    // The cause is the name of an input.
    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_TooLarge_NamesAnInput(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        var example = builtIn.Formula.Description.Example!.Inputs;
        foreach (var large in new[] { decimal.MaxValue, 1e28m, decimal.MinValue })
        {
            for (var i = -1; i < builtIn.Parameters.Count; i++)
            {
                Quantity[] inputs = [.. example.Select((input, place) =>
                    (i < 0 || i == place) && (large > 0m || input.Unit!.Kind != UnitKind.Count) ? new(large, input.Unit!) : input)];
                var result = builtIn.Direct(inputs);
                if (!result.IsDefined)
                {
                    result.Cause.Should().ContainAny(builtIn.Parameters, $"{id} overflows or leaves its domain");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_AllUndefined_CarriesTheFirst(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        var reasons = Enum.GetValues<UndefinedReason>();
        var inputs = builtIn.Parameters.Select((_, i) => Quantity.Undefined(reasons[^(1 + (i % reasons.Length))])).ToArray();
        builtIn.Direct(inputs).ShouldBeUndefined(UndefinedReason.NotAdditive, builtIn.Parameters[0]);
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_NegativeCount_Throws(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        var inputs = builtIn.Formula.Inputs.Select((input, i) => (Input: input, Place: i));
        foreach (var (input, place) in inputs.Where(at => at.Input.Kind == InputKind.Count))
        {
            Messages.Of<ArgumentOutOfRangeException>(() => builtIn.With(place, -3)).Should().Be(
                $"Expected a count of 0 or more; found -3. (Parameter '{input.Name}')");
        }
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_WrongKind_Throws(string id)
    {
        var builtIn = BuiltInFormula.Of(id);
        for (var i = 0; i < builtIn.Parameters.Count; i++)
        {
            var (wrong, expected) = builtIn.Formula.Inputs[i].Kind switch
            {
                InputKind.Count => (Money.Dkk(2.5m), "a count, such as 42 or Quantity.Count(42, \"order\"); found DKK 2.5."),
                InputKind.Money =>
                    (Quantity.Count(2, "order"), $"{SomeMoney}; found count of order 2."),
                InputKind.Ratio => (Quantity.Count(2), "a ratio, such as 0.05m or 5.Percent(); found count 2."),
                InputKind.Duration =>
                    (Quantity.Ratio(0.02m), "a duration, such as Quantity.Duration(30, DurationUnit.Day); found ratio 0.02."),
                _ => default,
            };
            if (expected is not null)
            {
                Messages.Of<ArgumentException>(() => builtIn.With(i, wrong))
                    .Should().Be($"Expected {expected} (Parameter '{builtIn.Parameters[i]}')");
            }
        }
    }

    [Theory]
    [MemberData(nameof(DirectIds))]
    public void Direct_AfterTheFirstCall_AllocatesNothing(string id)
    {
        if (Allocating.Contains(id))
        {
            return;
        }

        var builtIn = BuiltInFormula.Of(id);
        Allocated(builtIn.Direct, builtIn.Ones()).Should().Be(0);
        Allocated(builtIn.Direct, [.. builtIn.Formula.Inputs.Select(input => OnePerUser(input.Kind))]).Should().Be(0);
        Allocated(builtIn.Direct, new Quantity[builtIn.Parameters.Count]).Should().Be(0);
    }

    private static Quantity OnePerUser(InputKind kind) =>
        kind == InputKind.Money ? Money.Dkk(2).Per("user") : BuiltInFormula.One(kind);

    [Fact]
    public void Allocated_CallThatAllocates_IsSeen() =>
        Allocated(inputs => inputs.ToArray()[0], [1]).Should().BeGreaterThanOrEqualTo(1_000 * 32);

    [Fact] // However many flows there are.
    public void Series_AfterTheFirstCall_AllocateNothing()
    {
        CashFlow[] dated = [.. Enumerable.Range(0, 200).Select(day => new CashFlow(new(2026, 1, 1 + (day % 28)), Money.Dkk(day)))];
        Quantity[] flows = [.. dated.Select(flow => flow.Amount)];
        Allocated(_ => Finance.Xnpv(0.1m, dated), flows).Should().Be(0);
        Allocated(money => Finance.NetPresentValue(0.1m, money), flows).Should().Be(0);
        Allocated(yields => Operations.RolledThroughputYield(yields), [0.95m, 0.84m, 0.88m]).Should().Be(0);
    }

    // The least of up to fifty short rounds: a collection that falls into one may be counted, a call that allocates is in all.
    private static long Allocated(Func<Quantity[], Quantity> call, Quantity[] inputs)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 50 && least > 0; round++)
        {
            call(inputs);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                call(inputs);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
