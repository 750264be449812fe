using static GoalMetrics.Tests.Goals.GoalExamples;

namespace GoalMetrics.Tests.Goals;

public sealed class TargetTests
{
    private static readonly Milestone Launch = new("Launch", new(2027, 6, 1));

    [Fact]
    public void Reach_Value_HasNoBaseline()
    {
        var target = Target.Reach(100);

        target.Kind.Should().Be(TargetKind.Reach);
        target.Value.Should().Be((Quantity)100);
        (target.Upper, target.Step, target.Baseline, target.IsStay).Should().Be((null, null, null, false));
        target.Milestones.Should().BeEmpty();
        target.ToString().Should().Be("Reach 100");
    }

    [Fact]
    public void Reach_FromOrOver_HasABaseline()
    {
        Target.Reach(4.Percent(), from: 3.Percent()).Baseline.Should().Be(Baseline.At(3.Percent()));
        Target.Reach(4.Percent(), from: 3.Percent()).ToString().Should().Be("Reach 4 % from 3 %");
        Target.Reach(4.Percent(), over: LastYear).Baseline.Should().Be(Baseline.Over(LastYear));
        Target.Reach(4.Percent(), over: LastYear).ToString().Should().Be("Reach 4 % over 2026");
    }

    [Fact]
    public void Steps_Made_KnowStepAndBaseline()
    {
        var rise = Target.IncreaseBy(20.Percent(), over: LastYear);
        var fall = Target.DecreaseBy(Money.Dkk(50), from: Money.Dkk(200));

        (rise.Kind, rise.Step, rise.Value, rise.IsStay).Should().Be((TargetKind.IncreaseBy, 20.Percent(), null, false));
        rise.ToString().Should().Be("IncreaseBy 20 % over 2026");
        (fall.Kind, fall.Step, fall.Baseline).Should().Be((TargetKind.DecreaseBy, Money.Dkk(50), Baseline.At(Money.Dkk(200))));
        fall.ToString().Should().Be("DecreaseBy DKK 50.00 from DKK 200.00");
        Target.DecreaseBy(20.Percent(), under: LastYear).Baseline!.Period.Should().Be(LastYear);
        Target.IncreaseBy(20.Percent(), from: 100).Baseline!.Stated.Should().Be((Quantity)100);
    }

    [Fact]
    public void Stays_Made_AreStays()
    {
        Target.StayAtLeast(5).Should().BeEquivalentTo(new { Kind = TargetKind.StayAtLeast, IsStay = true, Value = (Quantity?)5 });
        Target.StayAtMost(5).Should().BeEquivalentTo(new { Kind = TargetKind.StayAtMost, IsStay = true, Value = (Quantity?)5 });
        Target.StayWithin(90.Percent(), 95.Percent()).Should().BeEquivalentTo(
            new { Kind = TargetKind.StayWithin, IsStay = true, Value = (Quantity?)90.Percent(), Upper = (Quantity?)95.Percent() });
        Target.StayWithin(90.Percent(), 95.Percent()).ToString().Should().Be("StayWithin 90 % … 95 %");
    }

    [Fact]
    public void Complete_Milestones_KeepsThem()
    {
        var target = Target.Complete(Launch, new Milestone("Advertise", new(2027, 7, 1)));

        target.Kind.Should().Be(TargetKind.Complete);
        target.Milestones.Select(milestone => milestone.Name).Should().Equal("Launch", "Advertise");
        target.ToString().Should().Be("Complete Launch, Advertise");
    }

    [Theory] // By hand.
    [InlineData(100, 120, 80)]
    [InlineData(-100, -80, -120)] // A share of a loss still leads the way that was meant.
    [InlineData(0, 0, 0)]
    public void ValueFrom_ShareOfABaseline_LeadsTheWayThatWasMeant(int baseline, int risen, int fallen)
    {
        Target.IncreaseBy(20.Percent(), over: LastYear).ValueFrom(Money.Dkk(baseline)).Should().Be(Money.Dkk(risen));
        Target.DecreaseBy(20.Percent(), under: LastYear).ValueFrom(Money.Dkk(baseline)).Should().Be(Money.Dkk(fallen));
    }

    [Fact]
    public void ValueFrom_OtherKinds_IsTheValue()
    {
        Target.IncreaseBy(2.PercentagePoints(), over: LastYear).ValueFrom(10.Percent()).Should().Be(12.Percent());
        Target.IncreaseBy(20.Percent(), over: LastYear).ValueFrom(10.Percent()).Should().Be(12.Percent());
        Target.DecreaseBy(2.PercentagePoints(), under: LastYear).ValueFrom(10.Percent()).Should().Be(8.Percent());
        Target.IncreaseBy(5, over: LastYear).ValueFrom(Quantity.Count(10, "visit")).Should().Be(Quantity.Count(15, "visit"));
        Target.Reach(7).ValueFrom(default).Should().Be((Quantity)7);
        Target.StayWithin(1, 2).ValueFrom(default).Should().Be((Quantity)1);
        Target.Complete(Launch).ValueFrom(1).Should().Be(Quantity.Undefined(UndefinedReason.InsufficientData, "target"));
        Target.IncreaseBy(20.Percent(), over: LastYear).ValueFrom(Quantity.Undefined(UndefinedReason.NoData, "visits")).Reason
            .Should().Be(UndefinedReason.NoData);
        FluentActions.Invoking(() => Target.IncreaseBy(5, over: LastYear).ValueFrom(Money.Dkk(1))).Should().Throw<UnitMismatchException>();
    }

    public static TheoryData<Func<Target>, Type, string> Refusals => new()
    {
        {
            () => Target.Reach(4.Percent(), from: 4.Percent()), typeof(ArgumentException),
            "The target equals the baseline: both are 4 %. A goal that only keeps a value is StayAtLeast or StayAtMost. (Parameter 'value')"
        },
        {
            () => Target.Reach(
                Quantity.Duration(60m, DurationUnit.Minute), from: Quantity.Duration(1m, DurationUnit.Hour)), typeof(ArgumentException),
            "The target equals the baseline: both are 60 minutes."
            + " A goal that only keeps a value is StayAtLeast or StayAtMost. (Parameter 'value')"
        },
        {
            () => Target.Reach(default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'value')"
        },
        {
            () => Target.Reach(1, from: Quantity.Undefined(UndefinedReason.ZeroDenominator, "visits")), typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: zero denominator (visits). (Parameter 'from')"
        },
        {
            () => Target.Reach(default, over: LastYear),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'value')"
        },
        { () => Target.Reach(1, over: null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'over')" },
        {
            () => Target.Reach(Money.Dkk(5), from: Money.Eur(4)), typeof(UnitMismatchException),
            "Cannot compare DKK and EUR: convert one of them first, with ExchangeRate."
        },
        {
            () => Target.IncreaseBy(default, over: LastYear),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'step')"
        },
        {
            () => Target.IncreaseBy(5, from: default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'from')"
        },
        {
            () => Target.DecreaseBy(5, from: default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'from')"
        },
        { () => Target.IncreaseBy(5, over: null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'over')" },
        { () => Target.DecreaseBy(5, under: null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'under')" },
        {
            () => Target.IncreaseBy(0.Percent(), over: LastYear), typeof(ArgumentOutOfRangeException),
            "IncreaseBy expects a step above 0. For the other way use DecreaseBy. (Parameter 'step')\nActual value was 0 %."
        },
        {
            () => Target.IncreaseBy(-1, from: 5), typeof(ArgumentOutOfRangeException),
            "IncreaseBy expects a step above 0. For the other way use DecreaseBy. (Parameter 'step')\nActual value was -1."
        },
        {
            () => Target.DecreaseBy(-20.Percent(), under: LastYear), typeof(ArgumentOutOfRangeException),
            "DecreaseBy expects a step above 0. For the other way use IncreaseBy. (Parameter 'step')\nActual value was -20 %."
        },
        {
            () => Target.DecreaseBy(100.5m.Percent(), under: LastYear), typeof(ArgumentOutOfRangeException),
            "Nothing can fall by more than 100 % of itself. (Parameter 'step')\nActual value was 100.5 %."
        },
        {
            () => Target.IncreaseBy(20.Percent(), from: 0), typeof(ArgumentException),
            "The target equals the baseline: 20 % of 0 is no change. State the step as an amount, or use Reach. (Parameter 'step')"
        },
        {
            () => Target.IncreaseBy(Money.Dkk(5), from: Money.Eur(4)), typeof(UnitMismatchException),
            "Cannot add EUR and DKK: convert one of them first, with ExchangeRate."
        },
        {
            () => Target.StayAtLeast(default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'value')"
        },
        {
            () => Target.StayAtMost(default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'value')"
        },
        {
            () => Target.StayWithin(default, 1),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'lower')"
        },
        {
            () => Target.StayWithin(1, default),
            typeof(ArgumentException),
            "Expected a quantity with a value; found undefined: no data. (Parameter 'upper')"
        },
        { () => Target.StayWithin(5, 5), typeof(ArgumentException), "A band ends above its start; found 5 to 5. (Parameter 'upper')" },
        {
            () => Target.StayWithin(95.Percent(), 90.Percent()),
            typeof(ArgumentException),
            "A band ends above its start; found 95 % to 90 %. (Parameter 'upper')"
        },
        {
            () => Target.StayWithin(5, 6.Percent()),
            typeof(UnitMismatchException),
            "Cannot compare count and ratio: a whole number is a count and a decimal is a ratio, so write 1m for 100 %."
        },
        { () => Target.Complete(), typeof(ArgumentException), "Expected at least one milestone; found none. (Parameter 'milestones')" },
        { () => Target.Complete(null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'milestones')" },
        {
            () => Target.Complete(Launch, null!),
            typeof(ArgumentException),
            "Expected no nulls; found one at index 1. (Parameter 'milestones')"
        },
        {
            () => Target.Complete(Launch, new Milestone("Launch", new(2027, 7, 1))), typeof(ArgumentException),
            "Two milestones are named 'Launch'. Expected a different name for each. (Parameter 'milestones')"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void Factory_WhatContradictsItself_IsRefused(Func<Target> make, Type type, string message)
    {
        var thrown = Assert.Throws(type, make);

        thrown.Message.ReplaceLineEndings("\n").Should().Be(message);
    }

    [Fact]
    public void DecreaseBy_AllOfIt_IsAccepted() => Target.DecreaseBy(100.Percent(), from: 5).ValueFrom(5).Should().Be((Quantity)0);

    [Fact]
    public void IncreaseBy_BeyondEveryNumber_IsOverflowNotRefused() =>
        Target.IncreaseBy(20.Percent(), from: decimal.MaxValue).ValueFrom(decimal.MaxValue).Reason.Should().Be(UndefinedReason.Overflow);
}
