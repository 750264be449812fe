#region own-lambda
using GoalMetrics;

#endregion

namespace DocsTests;

/// <summary>The guide to adding a formula: the regions are its snippets.</summary>
public sealed class OwnFormula
{
    [Fact]
    public void Guide_FromTopToBottom_GivesWhatItsCommentsSay()
    {
        #region own-lambda
        var valuePerLead = Formula.Of("value-per-lead", (won, value, leads) => won * value / leads);

        Console.WriteLine(valuePerLead.Evaluate(12, Money.Dkk(8_000), 400));   // DKK 240.00
        Console.WriteLine(valuePerLead.Evaluate(12, Money.Dkk(8_000), 0));     // undefined: zero denominator (leads)
        #endregion

        valuePerLead.Evaluate(12, Money.Dkk(8_000), 400).Should().Be(Money.Dkk(240));
        valuePerLead.Evaluate(12, Money.Dkk(8_000), 0).ToString().Should().Be("undefined: zero denominator (leads)");

        #region own-method
        var described = Formula.Of(
            "refill-rate", Shop.RefillRate, FormulaInput.Count("refills"), FormulaInput.Count("bottles"))
            .DescribedBy(new()
            {
                Title = new("Refill rate", "Genopfyldningsrate"),
                Synonyms = ["refills"],
                Family = "Shop",
                Direction = Direction.HigherIsBetter,
                Equation = "refills / bottles",
                Source = "Our own definition, 2026",
            });
        #endregion

        described.Evaluate(30, 120).Should().Be(Quantity.Ratio(0.25m));

        #region own-text
        var velocity = Formula.Parse("(won * value) / cycle_days");
        Console.WriteLine(velocity.Evaluate(12, Money.Dkk(8_000), Quantity.Duration(30, DurationUnit.Day)));
        #endregion

        velocity.Evaluate(12, Money.Dkk(8_000), Quantity.Duration(30, DurationUnit.Day)).Unit!.ToString().Should().Be("DKK per day");

        #region own-class-use
        var newest = new LatestShare();
        Console.WriteLine(newest.Evaluate(10, 20, 10));                         // 25 %
        #endregion

        newest.Evaluate(10, 20, 10).Should().Be(Quantity.Ratio(0.25m));

        #region own-catalog
        var catalog = FormulaCatalog.Default.With(valuePerLead, described, newest);
        Console.WriteLine(catalog.Find("Refills").Title);                       // Refill rate
        #endregion

        catalog.Find("Refills").Title.ToString().Should().Be("Refill rate");
    }
}

#region own-method
public static class Shop
{
    /// <summary>The share of bottles sold as refills: <c>refills / bottles</c>.</summary>
    // AsCount refuses money, and counts below zero, with the name in the message.
    public static Quantity RefillRate(Quantity refills, Quantity bottles) => refills.AsCount().DividedBy(bottles.AsCount());
}

#endregion

#region own-class
public sealed class LatestShare() : Formula("latest-share", [FormulaInput.Count("sales").Repeated()])
{
    protected override Quantity Compute(ReadOnlySpan<Quantity> inputs)
    {
        var all = inputs[0];
        for (var i = 1; i < inputs.Length; i++)
        {
            all += inputs[i];
        }

        return inputs[^1].DividedBy(all);
    }
}

#endregion
