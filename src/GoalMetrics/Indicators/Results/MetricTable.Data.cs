using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace GoalMetrics;

// The table as a DataTable, for data binding.
public sealed partial class MetricTable
{
    /// <summary>The rows as a <see cref="DataTable"/>, for grids, exports and reports.</summary>
    /// <remarks>
    /// Columns: <c>period</c> (its name), <c>start</c> and <c>end</c> (dates, the end exclusive), a text for each dimension, and a
    /// decimal for each measure, named by its id, captioned by its title, with its unit under <c>ExtendedProperties["unit"]</c>.
    /// A null member and an undefined value are <see cref="DBNull"/>. A dimension or measure whose name is taken gets a number appended.
    /// </remarks>
    /// <param name="culture">The language of the captions. Defaults to English.</param>
    public DataTable ToDataTable(CultureInfo? culture = null)
    {
        var table = new DataTable("metrics") { Locale = CultureInfo.InvariantCulture };
        Add(table, "period", typeof(string));
        Add(table, "start", typeof(DateOnly));
        Add(table, "end", typeof(DateOnly));
        foreach (var dimension in Dimensions)
        {
            Add(table, dimension, typeof(string));
        }

        foreach (var measure in Measures)
        {
            var column = Add(table, measure.Id, typeof(decimal));
            column.Caption = measure.Title.In(culture);
            column.ExtendedProperties["unit"] = measure.Unit?.ToString();
        }

        foreach (var row in Rows)
        {
            object?[] cells =
            [
                row.Period.ToString(), Date(row.Period.StartDate), Date(row.Period.EndDate),
                .. row.Members,
                .. Measures.Select(measure => (object?)row[measure].AmountOrNull),
            ];
            table.Rows.Add([.. cells.Select(cell => cell ?? DBNull.Value)]);
        }

        table.AcceptChanges();
        return table;

        static DateOnly Date(LocalDate date) => date.ToDateOnly();
    }

    private static DataColumn Add(
        DataTable table,
        string name,
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] Type type)
    {
        // A data table compares names without regard to case.
        var free = name;
        for (var number = 2; table.Columns.Contains(free); number++)
        {
            free = FormattableString.Invariant($"{name}-{number}");
        }

        return table.Columns.Add(free, type);
    }
}
