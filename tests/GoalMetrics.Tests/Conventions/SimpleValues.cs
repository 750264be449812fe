using System.Data;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GoalMetrics.Tests.Conventions;

/// <summary>Values of the types that the public members take from others.</summary>
internal static class SimpleValues
{
    public static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 0, 0);

    /// <summary>Null for any other type.</summary>
    public static object? Of(Type type)
    {
        if (type == typeof(IsoDayOfWeek))
        {
            return IsoDayOfWeek.Monday;
        }

        if (type == typeof(Grain))
        {
            return Grain.Month;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        return type switch
        {
            _ when type == typeof(int) => 2,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(decimal) => 0.5m,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(Instant) => Now,
            _ when type == typeof(LocalDate) => new LocalDate(2027, 1, 4),
            _ when type == typeof(Duration) => Duration.FromDays(1),
            _ when type == typeof(CultureInfo) => CultureInfo.InvariantCulture,
            _ when type == typeof(IFormatProvider) => CultureInfo.InvariantCulture,
            _ when type == typeof(object) => "example",
            _ when type == typeof(IDataReader) => Reader(),
            _ when type == typeof(IAsyncEnumerable<int>) => Arriving(),
            _ when type == typeof(Stream) => new MemoryStream(),
            _ when type == typeof(IServiceCollection) => new ServiceCollection(),
            _ when type.IsValueType && !type.IsGenericType && type.Namespace == "System.Threading" => Activator.CreateInstance(type),
            _ => null,
        };
    }

    private static async IAsyncEnumerable<int> Arriving()
    {
        await Task.CompletedTask;
        yield return 1;
    }

    public static IDataReader Reader() => Table("date,market,amount\n2027-01-04,dk,5\n2027-01-05,se,7\n").CreateDataReader();

    public static IDataReader RatesReader() => Table("date,currency,rate\n2027-01-04,EUR,7.46\n").CreateDataReader();

    private static DataTable Table(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var name in lines[0].Split(','))
        {
            table.Columns.Add(name);
        }

        foreach (var line in lines.Skip(1))
        {
            table.Rows.Add([.. line.Split(',')]);
        }

        return table;
    }
}
