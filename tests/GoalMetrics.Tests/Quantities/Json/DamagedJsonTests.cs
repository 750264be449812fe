using System.Text.Json;
using CsCheck;
using NodaTime;

namespace GoalMetrics.Tests.Quantities.Json;

/// <summary>Whatever is cut out of good JSON, doubled or put in its place, the answer is a value or a JsonException.</summary>
public sealed class DamagedJsonTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Iso("Europe/Copenhagen")
        .WithWeeksStartingOn(IsoDayOfWeek.Sunday, 1).WithFiscalYearStartingIn(4, YearName.StartYear).WithRetailYear(RetailCalendar.Nrf)
        .WithHolidays([new(2026, 12, 24)]).WithDayWeights(DayWeights.WorkingDays.With(new(2026, 11, 27), 3));

    private static readonly (Type Type, string Json)[] Good =
    [
        .. Values().Select(value => (value.GetType(), JsonSerializer.Serialize(value, value.GetType()))),
    ];

    private static readonly string[] Pieces =
    [
        "null", "0", "-1", "1e99", "9", "true", "{}", "[]", "]", "[", "\"\"", "\"x\"", "\\u0000", " per ", " and ",
        "9999-12-31", "-9998-01-01",
    ];

    [Fact]
    public void Read_DamagedJson_IsAValueOrRefused() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Double[0, 1], Gen.Int[0, 12], Gen.OneOfConst(Pieces), Gen.Int[0, 3]).Sample(
            damage =>
            {
                var (which, place, length, piece, way) = damage;
                var (type, json) = Good[which];
                var at = (int)(place * (json.Length - 1));
                var until = Math.Min(json.Length, at + length);
                var damaged = way switch
                {
                    0 => json[..at] + json[until..],
                    1 => json[..until] + json[at..],
                    2 => json[..at] + piece + json[until..],
                    _ => WithValue(json, at, piece),
                };
                try
                {
                    JsonSerializer.Deserialize(damaged, type);
                }
                catch (JsonException)
                {
                    // Refused, as it should be.
                }
            },
            iter: 40_000);

    // Puts the piece in the place of the value that follows the next colon.
    private static string WithValue(string json, int at, string piece)
    {
        var colon = json.IndexOf(':', at);
        var end = colon < 0 ? -1 : json.IndexOfAny([',', '}'], colon);
        return end < 0 ? piece : json[..(colon + 1)] + piece + json[end..];
    }

    private static object[] Values() =>
    [
        Quantity.Ratio(0.035m), Marketing.ConversionRate(0, 0), Money.Dkk(240).Per("]order").Per("day"), Unit.Score(-1, 1),
        new LocalizedText("Grow", "Voks"), new ExchangeRate("EUR", "DKK", 7.46m, new(2026, 11, 23)),
        ExchangeRates.From([new("EUR", "DKK", 7.46m, new(2026, 11, 23)), new("EUR", "USD", 1.05m, new(2026, 11, 23))]).LastKnownWithin(7),
        new CashFlow(new(2026, 1, 1), Money.Eur(1)), Calendar.Month(2027, 3), Calendar.RetailPeriod(2027, 3),
        Calendar.FiscalQuarter(2027, 1), Calendar.Hour(Instant.FromUtc(2027, 3, 1, 9, 0)),
        Calendar.Range(new(2027, 1, 4), new(2027, 2, 10)).SplitBy(Grain.Week)[0], Calendar.Day(new(2027, 1, 4)).Shift(-1, Grain.Hour),
    ];
}
