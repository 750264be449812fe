using NodaTime;

namespace GoalMetrics.Tests.Indicators.Measures.Currencies;

/// <summary>Reference rates of the European Central Bank (eurofxref-hist.csv) for three days of March and two of April 2024.</summary>
internal static class Ecb
{
    public static ExchangeRates Rates { get; } = ExchangeRates.From(
    [
        .. On(new(2024, 3, 14), usd: 1.0925m, dkk: 7.4566m, gbp: 0.85485m),
        .. On(new(2024, 3, 15), usd: 1.0890m, dkk: 7.4570m, gbp: 0.85458m),
        .. On(new(2024, 3, 18), usd: 1.0872m, dkk: 7.4564m, gbp: 0.85445m),
        .. On(new(2024, 4, 25), usd: 1.0720m, dkk: 7.4587m, gbp: 0.85675m),
        .. On(new(2024, 4, 26), usd: 1.0714m, dkk: 7.4573m, gbp: 0.85643m),
    ]).LastKnownWithin(7);

    private static IEnumerable<ExchangeRate> On(LocalDate day, decimal usd, decimal dkk, decimal gbp) =>
    [
        new("EUR", "USD", usd, day), new("EUR", "DKK", dkk, day), new("EUR", "GBP", gbp, day),
    ];
}
