using System.Globalization;
using NodaTime;

namespace EngineTests.Contract.Reference;

// The member of a derived dimension that a fact has.
internal sealed class FactMember(FactSet table, Fact fact) : DerivedDimensionVisitor<string?>
{
    public override string VisitOfTime(DerivedDimension.OfTime dimension)
    {
        var time = table.Schema.Time == FactTime.Date ? fact.Date.At(LocalTime.Noon) : fact.Time.InZone(dimension.Zone).LocalDateTime;
        var isOfDayBefore = table.Schema.Time == FactTime.Instant && time.Hour < dimension.FirstHour;
        var date = isOfDayBefore ? time.Date.PlusDays(-1) : time.Date;
        return dimension.Part switch
        {
            TimePart.Weekday => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(date.ToDateTimeUnspecified().DayOfWeek),
            TimePart.HourOfDay => $"{time.Hour}",
            TimePart.DayOfMonth => $"{date.Day}",
            _ => $"{date.Month}",
        };
    }

    public override string? VisitOfNumber(DerivedDimension.OfNumber dimension)
    {
        if (table.ValueOf(fact, dimension.Column) is not { } value)
        {
            return null;
        }

        var above = dimension.Edges.Count(edge => edge <= value);
        if (above == 0)
        {
            return FormattableString.Invariant($"<{dimension.Edges[0]}");
        }

        return above == dimension.Edges.Count
            ? FormattableString.Invariant($">={dimension.Edges[^1]}")
            : FormattableString.Invariant($"{dimension.Edges[above - 1]}..<{dimension.Edges[above]}");
    }
}
