using NodaTime;

namespace GoalMetrics;

/// <summary>A step on the way of a goal that is complete or not. Immutable; equality is by value.</summary>
public sealed record Milestone
{
    /// <summary>A milestone.</summary>
    /// <param name="name">What is to be done.</param>
    /// <param name="due">The last day to do it.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public Milestone(string name, LocalDate due)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Due = due;
    }

    /// <summary>What is to be done.</summary>
    public string Name { get; }

    /// <summary>The last day to do it.</summary>
    public LocalDate Due { get; }

    /// <summary>The day it was done; null while it is not.</summary>
    public LocalDate? CompletedOn { get; init; }

    /// <summary>How much it counts among the others; 1 unless told, above 0.</summary>
    public decimal Weight
    {
        get;
        init => field = value > 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A milestone's weight is above 0.");
    }
    = 1m;
}
