using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures;

/// <summary>What more time can do to the value of a formula follows from what it does to each of its inputs.</summary>
public sealed class MoreTimeTests
{
    private static readonly FactTable Visits = FactTable
        .From("visits", Array.Empty<(LocalDate Day, string Who, string What, decimal Paid)>())
        .At(visit => visit.Day)
        .Dimension("who", visit => visit.Who)
        .Dimension("what", visit => visit.What)
        .Value("paid", visit => visit.Paid, Unit.Money("DKK"))
        .Build();

    private static readonly Metric Customers = Metric.CountDistinct("customers", Visits, "who");
    private static readonly Metric Products = Metric.CountDistinct("products", Visits, "what");
    private static readonly Metric Paid = Metric.Sum("paid", Visits, "paid");
    private static readonly Measure Rent = Measure.Constant("rent", Money.Dkk(80_000));
    private static readonly Metric Largest = Metric.Max("largest", Visits, "paid");
    private static readonly Metric Smallest = Metric.Min("smallest", Visits, "paid");

    public static TheoryData<string, Measure> Growing => new()
    {
        { "twice the customers", Measure.Of("m", customers => customers * 2m, Customers) },
        { "customers times a constant", Measure.Of("m", (a, b) => a * b, Customers, Measure.Constant("two", Quantity.Ratio(2m))) },
        { "customers and products", Measure.Of("m", (a, b) => a + b, Customers, Products) },
        { "the range", Measure.Of("m", (a, b) => a - b, Largest, Smallest) },
        { "the larger of both", Measure.Of("m", (a, b) => a > b ? a : b, Customers, Products) },
        { "a sum of sums", Measure.Of("m", (a, b) => a + b, Paid, Paid.Where(Filter.Equal("what", "ads"))) },
        { "twice a sum", Measure.Of("m", paid => paid * 2m, Paid) },
        { "a share of a target", Measure.Of("m", (paid, rent) => paid / rent, Paid, Rent) },
        { "what is left of revenue after rent", Measure.Of("m", (paid, rent) => (paid - rent) / paid, Paid, Rent) },
        { "a KPI of one of these", Kpi.Of("k", customers => customers + customers, Customers) },
    };

    public static TheoryData<string, Measure> Falling => new()
    {
        { "what is left of 1,000", Measure.Of("m", customers => 1_000 - customers, Customers) },
        { "twice the smallest", Measure.Of("m", smallest => smallest * 2m, Smallest) },
        { "a sum turned round", Measure.Of("m", paid => -paid, Paid) },
        { "rent over revenue", Measure.Of("m", (rent, paid) => rent / paid, Rent, Paid) },
        { "the same, turned", Measure.Of("m", (paid, rent) => rent / paid, Paid, Rent) },
    };

    public static TheoryData<string, Measure> EitherWay => new()
    {
        { "a difference of sums", Measure.Of("m", (a, b) => a - b, Paid, Paid.Where(Filter.Equal("what", "ads"))) },
        { "a difference of distinct counts", Measure.Of("m", (a, b) => a - b, Customers, Products) },
        { "a rebate from 100,000 on", Measure.Of("m", paid => paid.Amount >= 100_000m ? 0.4m * paid : paid, Paid) },
    };

    public static TheoryData<string, Measure> Neither => new()
    {
        { "a ratio", Measure.Of("m", (paid, customers) => paid / customers, Paid, Customers) },
        { "a share", Measure.Of("m", (a, b) => a / (a + b), Customers, Products) },
        { "a mean", Metric.Average("m", Visits, "paid") },
        { "a formula of a mean", Measure.Of("m", mean => mean * 2m, Metric.Average("mean", Visits, "paid")) },
        { "a formula that throws", Measure.Of("m", customers => Refusing(customers), Customers) },
    };

    [Theory]
    [MemberData(nameof(Growing))]
    public void MoreTime_FormulaThatGrowsWithItsInputs_OnlyAdds(string what, Measure measure) =>
        measure.MoreTime.Should().Be(TimeEffect.OnlyAdds, what);

    [Theory]
    [MemberData(nameof(Falling))]
    public void MoreTime_FormulaThatFallsWithItsInputs_OnlySubtracts(string what, Measure measure) =>
        measure.MoreTime.Should().Be(TimeEffect.OnlySubtracts, what);

    [Theory]
    [MemberData(nameof(Neither))]
    public void MoreTime_RatiosAndMeans_StandForAllTime(string what, Measure measure) =>
        measure.MoreTime.Should().Be(TimeEffect.None, what);

    [Theory]
    [MemberData(nameof(EitherWay))]
    public void MoreTime_WhatMayRiseAndFall_GoesEitherWay(string what, Measure measure) =>
        measure.MoreTime.Should().Be(TimeEffect.EitherWay, what);

    // The unit is learnt from amounts up to 100.
    private static Quantity Refusing(Quantity customers) =>
        customers.Amount > 100m ? throw new InvalidOperationException("Too many.") : customers * 2m;
}
