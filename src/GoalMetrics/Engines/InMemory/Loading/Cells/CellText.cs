using NodaTime;

namespace GoalMetrics;

// Numbers, dates and times in text, in the forms that are stated. Each method returns what was expected instead, or null if the text was
// read.
internal sealed class CellText(CellForms forms)
{
    private const string OtherTimes = "a time is read with AtLocalTime(column, zone), AtUtc(column) or AtInstant(column)";
    private const string OtherDates = "a date is read with AtDate(column)";

    private readonly DateText _dates = new(forms.Culture, forms.FirstTwoDigitYear);

    public NumberText Numbers { get; } = new(forms.Culture);

    public bool IsBlankNull => forms.IsBlankNull;

    public string ADate => $"a date such as {_dates.Example}";

    public string ADateAndTime =>
        $"a date and time such as {_dates.Example.Replace(" or ", " 14:05:00 or ", StringComparison.Ordinal)} 14:05:00";

    public static string WithATime => $"a date with a time of day; {OtherDates}";

    public bool IsNoValue(string text) =>
        string.IsNullOrWhiteSpace(text) || (forms.NoValues.Count > 0 && forms.NoValues.Contains(text.Trim()));

    // A date alone, or with the time of midnight.
    public string? Date(string text, out LocalDate date)
    {
        if (_dates.Read(WrittenNumber.Plain(text), out date, out var rest) is { } expected)
        {
            return expected;
        }

        if (rest.IsEmpty || Clock(rest) is { Offset: null, Time: var time } && time == LocalTime.Midnight)
        {
            return null;
        }

        if (Clock(rest) is null)
        {
            return ADate;
        }

        return $"a date without a time of day; {OtherTimes}";
    }

    // A date and a time of day, and the offset if the text states it.
    public string? DateAndTime(string text, out LocalDateTime time, out Offset? offset)
    {
        (time, offset) = (default, null);
        if (_dates.Read(WrittenNumber.Plain(text), out var date, out var rest) is { } expected)
        {
            return expected.Replace(ADate, ADateAndTime, StringComparison.Ordinal);
        }

        if (rest.IsEmpty)
        {
            return WithATime;
        }

        if (Clock(rest) is not { } clock)
        {
            return ADateAndTime;
        }

        (time, offset) = (date + clock.Time, clock.Offset);
        return null;
    }

    public string? TimeOfDay(string text, out LocalTime time, out Offset? offset)
    {
        var clock = ClockText.Of(WrittenNumber.Plain(text), forms.Culture);
        (time, offset) = (clock?.Time ?? default, clock?.Offset);
        if (clock is null)
        {
            return "a time of day such as 14:05:00";
        }

        return null;
    }

    // A blank, a comma or the T of ISO 8601 stands between date and time.
    private ClockText? Clock(ReadOnlySpan<char> rest)
    {
        var scanner = new CellScanner(rest);
        var isApart = scanner.Take(',') | scanner.SkipBlanks() || scanner.Take('T');
        if (isApart)
        {
            return ClockText.Of(scanner.Rest, forms.Culture);
        }

        return null;
    }
}
