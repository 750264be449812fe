using NodaTime;
using static GoalMetrics.Tests.Goals.GoalExamples;

namespace GoalMetrics.Tests.Goals;

/// <summary>Baselines, milestones and business goals.</summary>
public sealed class GoalPartsTests
{
    [Fact]
    public void Baseline_Stated_IsTheQuantity()
    {
        var baseline = Baseline.At(3.Percent());

        (baseline.Stated, baseline.Period, baseline.ToString()).Should().Be((3.Percent(), null, "3 %"));
        baseline.Should().Be(Baseline.At(0.03m)).And.NotBe(Baseline.At(4.Percent()));
    }

    [Fact]
    public void Baseline_Measured_IsThePeriod()
    {
        var baseline = Baseline.Over(LastYear);

        (baseline.Stated, baseline.ToString()).Should().Be((null, "2026"));
        baseline.Period.Should().Be(LastYear);
        baseline.Should().Be(Baseline.Over(Copenhagen.Year(2026))).And.NotBe(Baseline.Over(ThisYear));
    }

    [Fact]
    public void Baseline_AtAnUndefinedQuantity_IsRefused() =>
        Messages.Of<ArgumentException>(() => Baseline.At(Quantity.Undefined(UndefinedReason.NoData, "visits")))
            .Should().Be("A baseline must have a value; found undefined: no data (visits). (Parameter 'quantity')");

    [Fact]
    public void Baseline_OverNoPeriod_IsRefused() =>
        Messages.Of<ArgumentNullException>(() => Baseline.Over(null!)).Should().Be("Value cannot be null. (Parameter 'period')");

    [Fact]
    public void Milestone_Made_IsEqualByValue()
    {
        Milestone launch = new("Launch", new(2027, 6, 1)) { CompletedOn = new(2027, 5, 30), Weight = 2m };

        (launch.Name, launch.Due, launch.CompletedOn, launch.Weight)
            .Should().Be(("Launch", new LocalDate(2027, 6, 1), new LocalDate(2027, 5, 30), 2m));
        launch.Should().Be(new Milestone("Launch", new(2027, 6, 1)) { CompletedOn = new(2027, 5, 30), Weight = 2m });
        (launch with { CompletedOn = null }).Should().NotBe(launch);
        (new Milestone("Launch", new(2027, 6, 1)).Weight, new Milestone("Launch", new(2027, 6, 1)).CompletedOn).Should().Be((1m, null));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(null)]
    public void Milestone_WithoutName_IsRefused(string? name) =>
        FluentActions.Invoking(() => new Milestone(name!, default)).Should().Throw<ArgumentException>().WithParameterName(nameof(name));

    [Fact]
    public void Milestone_WithoutWeight_IsRefused() =>
        Messages.Of<ArgumentOutOfRangeException>(() => new Milestone("Launch", default) { Weight = 0m }).ReplaceLineEndings("\n")
            .Should().Be("A milestone's weight is above 0. (Parameter 'value')\nActual value was 0.");

    [Fact]
    public void BusinessGoal_Made_IsCalledByItsIdUnlessTitled()
    {
        new BusinessGoal("grow")
            .Should().BeEquivalentTo(new { Id = "grow", Title = new { English = "grow" }, Description = (LocalizedText?)null });
        BusinessGoal goal = new("grow")
        {
            Title = new("Grow the market share", "Øg markedsandelen"),
            Description = "Twice as large in ten years.",
        };
        (goal.Title.In(System.Globalization.CultureInfo.GetCultureInfo("da")), goal.Description!.English)
            .Should().Be(("Øg markedsandelen", "Twice as large in ten years."));
        goal.ToString().Should().Be("grow");
    }

    [Fact]
    public void BusinessGoal_WhereAnIdIsWanted_IsItsId()
    {
        string id = new BusinessGoal("grow");

        id.Should().Be("grow");
        Conversion.Serving(new BusinessGoal("grow")).BusinessGoals.Should().Equal("grow");
        FluentActions.Invoking(() => (string)(BusinessGoal)null!).Should().Throw<ArgumentNullException>().WithParameterName("goal");
    }

    [Fact]
    public void BusinessGoal_MalformedId_IsRefused() =>
        Messages.Of<ArgumentException>(() => new BusinessGoal("Grow Market Share")).Should().Be(
        "Expected an id of at most 64 letters, digits, hyphens and underscores, with a letter or digit at each end,"
        + " such as 'conversion-rate'; found 'Grow Market Share'. Try 'Grow-Market-Share'. (Parameter 'id')");
}
