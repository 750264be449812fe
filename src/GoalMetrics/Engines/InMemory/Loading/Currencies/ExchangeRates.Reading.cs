using System.Data;

namespace GoalMetrics;

public sealed partial class ExchangeRates
{
    /// <summary>Begins a table of rates from the rows of a data reader, such as a file of a central bank.</summary>
    /// <param name="reader">The rows. The reader is read, and not closed.</param>
    public static ExchangeRateReader From(IDataReader reader) => new(reader);
}
