using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>Money that comes in, or with a minus sign goes out, on a day. Equality is by value.</summary>
[JsonConverter(typeof(CashFlowConverter))]
public readonly record struct CashFlow
{
    /// <summary>Money on a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="amount">The money: above zero comes in, below zero goes out.</param>
    public CashFlow(LocalDate date, Quantity amount)
    {
        Date = date;
        Amount = amount;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The money: above zero comes in, below zero goes out.</summary>
    public Quantity Amount { get; }

    /// <summary>The amount and the day, in the invariant culture: <c>DKK 100.00 on 2027-01-04</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Amount.ToString(null)} on {Date:uuuu-MM-dd}");
}
