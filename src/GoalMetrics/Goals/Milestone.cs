using System.Text.Json.Serialization;
using GoalMetrics.Json;
using NodaTime;

namespace GoalMetrics;

/// <summary>A step towards a goal, which is either complete or not. Immutable; equality is by value.</summary>
[JsonConverter(typeof(ResultConverter<Milestone>))]
public sealed partial record Milestone
{
    /// <summary>A milestone.</summary>
    /// <param name="name">What is to be done.</param>
    /// <param name="due">The last day on which it is on time.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public Milestone(string name, LocalDate due)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Due = due;
    }

    /// <summary>What is to be done.</summary>
    public string Name { get; }

    /// <summary>The last day on which it is on time.</summary>
    public LocalDate Due { get; }

    /// <summary>The day it was done; null until then.</summary>
    public LocalDate? CompletedOn { get; init; }

    /// <summary>How much it counts among the milestones of its goal; above 0. Defaults to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not above 0.</exception>
    public decimal Weight
    {
        get;
        init
        {
            if (value <= 0m)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A milestone's weight is above 0.");
            }

            field = value;
        }
    }
    = 1m;

    /// <summary>
    /// The name and the day it is due, or the day it was done, in the invariant culture: <c>open the shop, due 2027-02-01</c>.
    /// </summary>
    public override string ToString()
    {
        if (CompletedOn is { } done)
        {
            return FormattableString.Invariant($"{Name}, completed {done:uuuu-MM-dd}");
        }

        return FormattableString.Invariant($"{Name}, due {Due:uuuu-MM-dd}");
    }
}
