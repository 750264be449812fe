using NodaTime;

namespace GoalMetrics.Tests.Calendars;

// Whole messages: what was found, what was expected, what to do.
public class CalendarMessagesTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 9, 12, 0);

    public static TheoryData<Action, Type, string> Misuse => new()
    {
        {
            () => ReportingCalendar.Iso("Europe/Copenhagn"), typeof(ArgumentException),
            "Unknown time zone \"Europe/Copenhagn\". Expected an IANA id; nearest: Europe/Copenhagen. (Parameter 'zoneId')"
        },
        {
            () => ReportingCalendar.Iso("copenhagn"), typeof(ArgumentException),
            "Unknown time zone \"copenhagn\". Expected an IANA id; nearest: Europe/Copenhagen. (Parameter 'zoneId')"
        },
        {
            () => ReportingCalendar.Iso("Romance Standard Time"), typeof(ArgumentException),
            "Unknown time zone \"Romance Standard Time\". Expected an IANA id; nearest: Europe/Paris. (Parameter 'zoneId')"
        },
        {
            () => Utc.WithFiscalYearStartingIn(13), typeof(ArgumentOutOfRangeException),
            "Expected a month from 1 to 12, found 13. (Parameter 'month')"
        },
        {
            () => Utc.WithWeeksStartingOn(IsoDayOfWeek.None), typeof(ArgumentOutOfRangeException),
            "Expected a day of the week from 1 to 7, found 0. (Parameter 'day')"
        },
        {
            () => Utc.WithWeeksStartingOn(IsoDayOfWeek.Sunday, 8), typeof(ArgumentOutOfRangeException),
            "Expected a count of days from 1 to 7, found 8. (Parameter 'minDaysInFirstWeek')"
        },
        {
            () => Utc.StartOfDay(new(9999, 12, 31)), typeof(ArgumentOutOfRangeException),
            "Expected a date from 0001-01-01 to 9998-12-31, found 9999-12-31. The end of 9999 often stands for \"no end\":"
            + " leave such an end out, or give the last date you mean. (Parameter 'date')"
        },
        {
            () => Utc.Day(new(0, 12, 31)), typeof(ArgumentOutOfRangeException),
            "Expected a date from 0001-01-01 to 9998-12-31, found 0000-12-31. (Parameter 'containing')"
        },
        {
            () => Utc.At(new(-1, 1, 1, 0, 0)), typeof(ArgumentOutOfRangeException),
            "Expected a date from 0001-01-01 to 9998-12-31, found -0001-01-01. (Parameter 'local')"
        },
        {
            () => ReportingCalendar.Iso("Etc/GMT-1").DateOf(Instant.MaxValue), typeof(ArgumentOutOfRangeException),
            "Expected an instant from 0000-12-31T23:00:00Z to before 9998-12-31T23:00:00Z (0001-01-01 to 9998-12-31 in Etc/GMT-1),"
            + " found 9999-12-31T23:59:59Z. The end of 9999 often stands for \"no end\": leave such an end out,"
            + " or give the last date you mean. (Parameter 'instant')"
        },
        {
            () => Utc.Hour(Instant.MinValue), typeof(ArgumentOutOfRangeException),
            "Expected an instant from 0001-01-01T00:00:00Z to before 9999-01-01T00:00:00Z (0001-01-01 to 9998-12-31 in UTC),"
            + " found -9998-01-01T00:00:00Z. (Parameter 'instant')"
        },
        {
            () => Utc.FirstDateStartingAtOrAfter(Instant.FromUtc(-1, 1, 1, 0, 0)), typeof(ArgumentOutOfRangeException),
            "Expected an instant from 0001-01-01T00:00:00Z to before 9999-01-01T00:00:00Z (0001-01-01 to 9998-12-31 in UTC),"
            + " found -0001-01-01T00:00:00Z. (Parameter 'instant')"
        },
        { () => Utc.Month(2027, 13), typeof(ArgumentOutOfRangeException), "Expected a month from 1 to 12, found 13. (Parameter 'month')" },
        {
            () => Utc.Quarter(2027, 5), typeof(ArgumentOutOfRangeException),
            "Expected a quarter from 1 to 4, found 5. (Parameter 'quarter')"
        },
        { () => Utc.HalfYear(2027, 0), typeof(ArgumentOutOfRangeException), "Expected a half from 1 to 2, found 0. (Parameter 'half')" },
        { () => Utc.Year(9999), typeof(ArgumentOutOfRangeException), "Expected a year from 1 to 9998, found 9999. (Parameter 'year')" },
        {
            () => Utc.FiscalQuarter(2027, 5), typeof(ArgumentOutOfRangeException),
            "Expected a quarter from 1 to 4, found 5. (Parameter 'quarter')"
        },
        {
            () => Utc.FiscalHalfYear(2027, 3), typeof(ArgumentOutOfRangeException),
            "Expected a half from 1 to 2, found 3. (Parameter 'half')"
        },
        {
            () => Utc.FiscalYear(0), typeof(ArgumentOutOfRangeException),
            "Expected a fiscal year from 1 to 9999, found 0. (Parameter 'fiscalYear')"
        },
        {
            () => Utc.FiscalYear(9999), typeof(ArgumentOutOfRangeException),
            "Expected a period that holds a date from 0001-01-01 to 9998-12-31, found one of 9999 that does not. (Parameter 'fiscalYear')"
        },
        {
            () => Utc.Week(2027, 53), typeof(ArgumentOutOfRangeException),
            "2027 has 52 weeks: expected a week from 1 to 52, found 53. (Parameter 'week')"
        },
        {
            () => Utc.Week(2026, 54), typeof(ArgumentOutOfRangeException),
            "2026 has 53 weeks: expected a week from 1 to 53, found 54. (Parameter 'week')"
        },
        {
            () => Utc.Week(9999, 2), typeof(ArgumentOutOfRangeException),
            "Expected a period that holds a date from 0001-01-01 to 9998-12-31, found one of 9999 that does not. (Parameter 'weekYear')"
        },
        {
            () => Utc.Period(Grain.Hour, new(2027, 1, 1)), typeof(ArgumentException),
            "A date has many hours: expected a day or longer, found Hour. Call Hour(instant). (Parameter 'grain')"
        },
        {
            () => Utc.Period((Grain)42, new(2027, 1, 1)), typeof(ArgumentOutOfRangeException),
            "Unknown grain 42. Expected one of Hour, Day, Week, Month, Quarter, HalfYear, Year, FiscalQuarter, FiscalHalfYear, FiscalYear,"
            + " RetailWeek, RetailPeriod, RetailQuarter, RetailYear. (Parameter 'grain')"
        },
        {
            () => Utc.Range(new(2027, 3, 9), new(2027, 3, 9)), typeof(ArgumentException),
            "Expected an end after the start 2027-03-09, found 2027-03-09. The end is exclusive: give the date after the last one."
            + " (Parameter 'endExclusive')"
        },
        {
            () => Utc.Range(new(2027, 3, 9), new(9999, 12, 31)), typeof(ArgumentOutOfRangeException),
            "Expected a date from 0001-01-01 to 9998-12-31, found 9999-12-30. The end of 9999 often stands for \"no end\":"
            + " leave such an end out, or give the last date you mean. (Parameter 'endExclusive')"
        },
        {
            () => Utc.Month(2027, 3).Shift(int.MaxValue), typeof(ArgumentOutOfRangeException),
            "2027-03 shifted by 2147483647 lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'periods')"
        },
        {
            () => Utc.Hour(Noon).Shift(int.MinValue), typeof(ArgumentOutOfRangeException),
            "2027-03-09T12+00 shifted by -2147483648 lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'periods')"
        },
        {
            () => Utc.Range(new(2027, 3, 9), new(2028, 3, 9)).Shift(int.MinValue), typeof(ArgumentOutOfRangeException),
            "2027-03-09/2028-03-09 shifted by -2147483648 lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'periods')"
        },
        {
            () => Utc.Year(1).Previous(), typeof(ArgumentOutOfRangeException),
            "0001 shifted by -1 lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'periods')"
        },
        {
            () => Utc.Month(1, 3).YearEarlier(), typeof(ArgumentOutOfRangeException),
            "The period a year before 0001-03 lies outside the supported dates 0001-01-01 to 9998-12-31."
        },
        {
            () => Utc.Hour(Instant.FromUtc(1, 3, 9, 12, 0)).YearEarlier(), typeof(ArgumentOutOfRangeException),
            "The period a year before 0001-03-09T12+00 lies outside the supported dates 0001-01-01 to 9998-12-31."
        },
        {
            () => Utc.Range(new(1, 12, 1), new(2, 2, 1)).YearEarlier(), typeof(ArgumentOutOfRangeException),
            "The period a year before 0001-12-01/0002-02-01 lies outside the supported dates 0001-01-01 to 9998-12-31."
        },
        {
            () => Utc.WithFiscalYearStartingIn(4).FiscalYear(9999).SplitBy(Grain.Month), typeof(ArgumentOutOfRangeException),
            "The Month of 9999-01-01 lies outside the supported dates 0001-01-01 to 9998-12-31. (Parameter 'grain')"
        },
        {
            () => Utc.Hour(Noon).SplitBy(Grain.Day), typeof(ArgumentException),
            "An hour holds no Day: expected Hour. Split the period around 2027-03-09T12+00 instead. (Parameter 'grain')"
        },
        {
            () => Utc.Month(2027, 3).State(Noon, Duration.FromHours(-1)), typeof(ArgumentOutOfRangeException),
            "Expected a settling time of zero or more, found -0:01:00:00. (Parameter 'settling')"
        },
        { () => ReportingCalendar.Iso((string)null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'zoneId')" },
        { () => ReportingCalendar.Iso((DateTimeZone)null!), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'zone')" },
        { () => Utc.Year(2027).LikeForLikeEnd(null!, Noon), typeof(ArgumentNullException), "Value cannot be null. (Parameter 'earlier')" },
    };

    [Theory]
    [MemberData(nameof(Misuse), DisableDiscoveryEnumeration = true)]
    public void Call_Misuse_SaysFoundExpectedAndWhatToDo(Action call, Type exception, string message)
    {
        var thrown = call.Should().Throw<Exception>().Which;
        thrown.Should().BeOfType(exception);
        thrown.Message.Should().Be(message);
    }

    [Fact]
    public void Messages_OtherCurrentCulture_AreTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            // Arabic (Saudi Arabia) has another calendar and other signs than the invariant culture.
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("ar-SA");
            Utc.Week(2027, 5).ToString().Should().Be("2027-W05");
            Utc.Hour(Noon).ToString().Should().Be("2027-03-09T12+00");
            Utc.Range(new(2027, 3, 9), new(2027, 3, 10)).ToString().Should().Be("2027-03-09/2027-03-10");
            var act = () => Utc.Year(1).Previous();
            act.Should().Throw<ArgumentOutOfRangeException>().WithMessage("0001 shifted by -1 lies*");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
