using System.Globalization;
using CsCheck;
using NodaTime;

namespace EngineTests.Contract.Generating;

// Cases at random: tables with what data really has, and requests over them.
internal static partial class Generated
{
    /// <summary>The dimension that says which currency the amounts of a table are in, where it has one.</summary>
    public const string Currency = "currency";

    // Days around the end of summer time in Copenhagen, on 25 October.
    private static readonly LocalDate FirstDate = new(2026, 10, 23);
    private const int Days = 7;
    private const int SlotsPerDay = 4;
    private const int MostFacts = 30;

    private static readonly FactDimension Channel = new("channel");
    private static readonly FactDimension Listed = Channel.InOrder("uk", "UK", "DK");
    private static readonly FactDimension Who = new("who");
    private static readonly FactDimension Customer = new("customer", MemberKind.WholeNumber);
    private static readonly FactDimension Ware = new("Ware \"Nr.\"");
    private static readonly FactDimension Code = new(Currency);

    private static readonly FactDimension[][] Groups =
    [
        [], [Channel], [Channel, Who], [Channel, Customer], [Channel, Who, Ware], [Channel, Code], [Listed, Who],
    ];

    // What a table is stated to cover: from a day up to another, but for some days inside. Facts come in all of the days 0 to 7.
    private static readonly (int From, int Until, (int First, int Last)[] Gaps)?[] Coverages =
    [
        null, null, null, null, (0, 8, []), (0, 8, []), (1, 5, []),
        (0, 8, [(1, 1)]), (0, 8, [(2, 4)]), (0, 8, [(1, 2), (4, 6)]), (1, 7, [(3, 3), (5, 5)]),
    ];

    private static readonly Gen<ReportingCalendar> AnyCalendar =
        from calendar in Gen.OneOfConst("UTC", "Europe/Copenhagen", "Asia/Kolkata").Select(ReportingCalendar.Iso)
        from firstHour in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 6]))
        select calendar.WithDayStartingAt(firstHour);

    private static readonly Gen<FactTime> AnyTime = Gen.OneOfConst(FactTime.Date, FactTime.Instant);

    // Few different times, so that many facts are at the same one and on a cut; some a microsecond beside it.
    private static readonly Gen<(int Slot, int Beside)> AnyPlace = Gen.Select(
        Gen.Int[0, Days * SlotsPerDay],
        Gen.Frequency((8, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(-1))));

    // Members of a dimension of whole numbers, as a source writes them.
    private static readonly Gen<string?> AnyNumber =
        Gen.OneOfConst<string?>("7", "-7", "0", "10", "9", "9223372036854775807", "-9223372036854775808", null);

    private static readonly Gen<string?> AnyCode = Gen.OneOfConst<string?>("EUR", "USD", "DKK");

    private static readonly Gen<string?> AnyMember = Gen.Frequency(
        (8, Gen.OneOfConst<string?>("UK", "uk", "DK", null)),
        (1, AnyNumber),
        (2, Gen.OneOfConst<string?>("", " ", "null", "O'Hara", "say \"hi\"", "100%", "_", @"\", "$1", "a,b\nc", "7", "007")),
        (1, Gen.OneOfConst<string?>("é", "e\u0301", "Æ", "æ", "🙂")));

    private static readonly Gen<decimal?> AnyOrdinaryValue = Gen.Frequency(
        (1, Gen.Const((decimal?)null)),
        (3, Gen.Int[-3, 3].Select(number => (decimal?)number)),
        (3, Gen.Int[-300, 300].Select(cents => (decimal?)cents / 100m)),
        (1, Gen.OneOfConst<decimal?>(1.50m, 1.5m, 1.500m, 0.00m)));

    private static readonly Gen<decimal?> AnyWildValue = Gen.Frequency(
        (3, AnyOrdinaryValue),
        (1, Gen.Int[-9, 9].Select(units => (decimal?)new decimal(Math.Abs(units), 0, 0, units < 0, 28))),
        (1, Gen.OneOfConst<decimal?>(decimal.MaxValue, decimal.MinValue, decimal.MaxValue - 1m, 0.3333333333333333333333333333m)),
        (1, Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(thousandths => (decimal?)thousandths / 1_000m)));

    private static readonly Gen<Asking> AnyAsking =
        Gen.Frequency((6, Gen.Const(Asking.Together)), (1, Gen.Const(Asking.InTurn)), (1, Gen.Const(Asking.AtOnce)));

    // Rarely many: more distinct members than are worth counting one by one, and more facts than a batch holds.
    private static readonly Gen<int> AnyCopies = Gen.Frequency((100, Gen.Const(1)), (1, Gen.Const(80)));
    private static readonly Gen<int> AnyCopiesToRead = Gen.Frequency((40, Gen.Const(1)), (1, Gen.Const(350)));

    public static Gen<EngineCase> Aggregations { get; } =
        from calendar in AnyCalendar
        from copies in AnyCopies
        from tables in AnyTables(calendar, copies)
        from requests in AnyRequest(calendar, tables).Array[1, 3]
        from asking in AnyAsking
        select new EngineCase(calendar, tables) { Requests = requests, Asking = asking };

    public static Gen<EngineCase> Readings { get; } =
        from calendar in AnyCalendar
        from copies in AnyCopiesToRead
        from tables in AnyTables(calendar, copies)
        from readings in AnyReading(calendar, tables[0]).Array[1, 2]
        from asking in AnyAsking
        select new EngineCase(calendar, tables) { Readings = readings, Asking = asking };

    private static Gen<FactSet[]> AnyTables(ReportingCalendar calendar, int copies) =>
        from dimensions in Gen.OneOfConst(Groups)
        from columns in Gen.OneOfConst<string[]>([], ["revenue"], ["revenue", "amount"], ["revenue", "amount"])
        from events in AnyTable(calendar, "events", dimensions, columns, copies)
        from others in AnyTable(calendar, "others", [.. Enumerable.Reverse(dimensions)], [.. columns.Take(1)], copies: 1)
        select new[] { events, others };

    private static Gen<FactSet> AnyTable(
        ReportingCalendar calendar, string name, FactDimension[] dimensions, string[] columns, int copies) =>
        from time in AnyTime
        from covered in Gen.OneOfConst(Coverages)
        from isOrdered in Gen.Bool
        from facts in AnyFact(dimensions, columns.Length).Array[copies == 1 ? 0 : MostFacts / 2, MostFacts]
        let schema = columns.Aggregate(
            dimensions.Aggregate(TableSchema.Named(name, time), (table, dimension) => table.Dimension(dimension)),
            (table, column) => dimensions.Contains(Code) ? table.Value(column, Currency) : table.Value(column, Unit.Money("DKK")))
        select new FactSet(
            isOrdered && columns.Length > 0 ? schema.OrderedBy(columns[0]) : schema,
            [
                .. Enumerable.Range(0, copies).SelectMany(copy => facts.Select((fact, i) => Copy(schema, fact, i, copy)))
                    .Select((fact, row) => FactAt(calendar, time, row, fact.Place, fact.Members, fact.Values)),
            ])
        {
            CoveredFrom = covered is null ? null : FirstDate.PlusDays(covered.Value.From),
            CoveredUntil = covered is null ? null : FirstDate.PlusDays(covered.Value.Until),
            Gaps = covered is null
                ? []
                : [.. covered.Value.Gaps.Select(gap => new DateInterval(FirstDate.PlusDays(gap.First), FirstDate.PlusDays(gap.Last)))],
        };

    // The same fact again, as if others had happened like it: at times, with values and with members of their own, but for the first.
    private static ((int Slot, int Beside) Place, string?[] Members, decimal?[] Values) Copy(
        TableSchema schema, ((int Slot, int Beside) Place, string?[] Members, decimal?[] Values) fact, int number, int copy)
    {
        if (copy == 0)
        {
            return fact;
        }

        var members = fact.Members.Select((member, i) => i == 0 ? member : Like(schema.Dimensions[i], member, (copy * MostFacts) + number));
        var values = fact.Values.Select((value, i) => i == 0 ? value + copy : value);
        return ((fact.Place.Slot, fact.Place.Beside + (copy % 4)), [.. members], [.. values]);
    }

    private static Gen<((int Slot, int Beside) Place, string?[] Members, decimal?[] Values)> AnyFact(
        FactDimension[] dimensions, int columns) =>
        from place in AnyPlace
        from texts in AnyMember.Array[dimensions.Length]
        from numbers in AnyNumber.Array[dimensions.Length]
        from code in AnyCode
        let members = dimensions.Select((it, i) => MemberOf(it, texts[i], numbers[i], code)).ToArray()
        from ordinary in AnyOrdinaryValue.Array[Math.Min(columns, 1)]
        from wild in AnyWildValue.Array[Math.Max(columns - 1, 0)]
        select (place, members, ordinary.Concat(wild).ToArray());

    private static string? Like(FactDimension dimension, string? member, int number)
    {
        if (member is null || dimension == Code)
        {
            return member;
        }

        return dimension.Kind == MemberKind.Text
            ? $"{member} {number}"
            : $"{unchecked((100_000L * long.Parse(member, CultureInfo.InvariantCulture)) + number)}";
    }

    private static string? MemberOf(FactDimension dimension, string? text, string? number, string? code)
    {
        if (dimension == Code)
        {
            return code;
        }

        return dimension.Kind == MemberKind.WholeNumber ? number : text;
    }

    private static Fact FactAt(
        ReportingCalendar calendar, FactTime time, int row, (int Slot, int Beside) place, string?[] members, decimal?[] values)
    {
        var date = FirstDate.PlusDays(place.Slot / SlotsPerDay);
        return time == FactTime.Date
            ? new(row, calendar.StartOfDay(date), date, members, values)
            : new(row, InstantAt(calendar, place.Slot) + Duration.FromTicks(10 * place.Beside), default, members, values);
    }

    private static Instant InstantAt(ReportingCalendar calendar, int slot) =>
        calendar.StartOfDay(FirstDate) + Duration.FromHours(slot * (24 / SlotsPerDay));
}
