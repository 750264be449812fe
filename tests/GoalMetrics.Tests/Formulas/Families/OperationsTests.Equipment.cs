namespace GoalMetrics.Tests.Formulas.Families;

// The shift of Vorne's The Fast Guide to OEE: 420 minutes planned, 47 of them stops, 19,271 units at a second each, 423 rejects.
public sealed partial class OperationsTests
{
    [Fact]
    public void Availability_PublishedShift_IsRunTimeOverPlannedTime()
    {
        // 88.81 %, of which the 420 minutes are said in hours; digits by GNU bc.
        Operations.Availability(
            runTime: Quantity.Duration(373, DurationUnit.Minute), plannedProductionTime: Quantity.Duration(7, DurationUnit.Hour))
            .ShouldRoundTo(0.888095238095238m, Unit.Ratio);
    }

    [Fact]
    public void Availability_MonthsAndHours_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(
            () => Operations.Availability(Quantity.Duration(1, DurationUnit.Hour), Quantity.Duration(1, DurationUnit.Month)))
            .Should().StartWith("Cannot relate hours and months");

    [Fact]
    public void Performance_PublishedShift_IsIdealTimeOverRunTime() =>
        // 86.11 %; digits by GNU bc.
        Operations.Performance(
            idealCycleTime: Quantity.Duration(1, DurationUnit.Second),
            totalCount: Quantity.Count(19_271, "widget"),
            runTime: Quantity.Duration(373, DurationUnit.Minute))
            .ShouldRoundTo(0.861081322609473m, Unit.Ratio);

    [Fact]
    public void Performance_IdealTimeSetTooLong_IsAboveOne() =>
        // By hand: 72 units of a minute in an hour.
        Operations.Performance(Quantity.Duration(1, DurationUnit.Minute), 72, Quantity.Duration(1, DurationUnit.Hour))
            .Should().Be(Quantity.Ratio(1.2m));

    [Fact]
    public void OverallEquipmentEffectiveness_PublishedShift_IsTheProduct()
    {
        // 88.81 % · 86.11 % · 97.80 % = 74.79 %; digits by GNU bc.
        var oee = Operations.OverallEquipmentEffectiveness(availability: 0.8881m, performance: 0.8611m, quality: 0.9780m);
        oee.Should().Be(Quantity.Ratio(0.747918565980m));
        oee.ToString(null).Should().Be("74.79 %");
    }

    [Fact]
    public void OverallEquipmentEffectiveness_OfItsFactors_IsGoodUnitsAtFullSpeedOverPlannedTime()
    {
        // The guide's simple way: 18,848 good units · 1 second / 420 minutes.
        var run = Quantity.Duration(373, DurationUnit.Minute);
        Operations.OverallEquipmentEffectiveness(
            Operations.Availability(run, Quantity.Duration(420, DurationUnit.Minute)),
            Operations.Performance(Quantity.Duration(1, DurationUnit.Second), 19_271, run),
            Operations.Quality(18_848, 19_271)).Amount.Should().BeApproximately(18_848m / (420m * 60m), 1e-20m);
    }

    [Fact]
    public void OverallEquipmentEffectiveness_FasterThanIdeal_IsInDomain()
    {
        Operations.OverallEquipmentEffectiveness(1m, 1.2m, 0.5m).Should().Be(Quantity.Ratio(0.6m));
        Operations.OverallEquipmentEffectiveness(0m, 0m, 0m).Should().Be(Quantity.Ratio(0m));
    }

    [Fact]
    public void Utilization_OneWeek_IsThePublishedRate()
    {
        // Wikipedia, Utilization rate: 75 %.
        Operations.Utilization(used: Quantity.Duration(30, DurationUnit.Hour), capacity: Quantity.Duration(40, DurationUnit.Hour))
            .Should().Be(Quantity.Ratio(0.75m));
    }

    [Fact]
    public void Utilization_ByHand_IsUsedOverCapacity()
    {
        // By hand: 90 minutes of 2 hours, and overtime.
        Operations.Utilization(Quantity.Duration(90, DurationUnit.Minute), Quantity.Duration(2, DurationUnit.Hour))
            .Should().Be(Quantity.Ratio(0.75m));
        Operations.Utilization(6, 5).Should().Be(Quantity.Ratio(1.2m));
    }

    [Fact]
    public void Utilization_UnlikeUnits_ThrowsAndNamesBoth() =>
        Messages.Of<UnitMismatchException>(() => Operations.Utilization(Quantity.Duration(5, DurationUnit.Hour), 8))
            .Should().StartWith("Cannot relate hours and count");

    [Fact]
    public void CycleTime_PublishedExample_IsLittlesLaw()
    {
        // sigmapedia.com, Little's Law: 100 passengers at 120 an hour take 50 minutes.
        var hour = Quantity.Duration(60, DurationUnit.Minute);
        Operations.CycleTime(workInProgress: Quantity.Count(100, "passenger"), completed: Quantity.Count(120, "passenger"), period: hour)
            .Should().Be(Quantity.Duration(50, DurationUnit.Minute));
    }

    [Fact]
    public void CycleTime_NothingInProgress_IsZero() =>
        Operations.CycleTime(0, 2, Quantity.Duration(1, DurationUnit.Day)).Should().Be(Quantity.Duration(0, DurationUnit.Day));
}
