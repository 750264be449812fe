using System.Runtime.CompilerServices;

namespace GoalMetrics;

// Values of enumerations that callers hand over: any number can be cast to one.
internal static class EnumValue
{
    public static TEnum Checked<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        where TEnum : struct, Enum
    {
        if (Enum.IsDefined(value))
        {
            return value;
        }

        throw Unnamed(value, parameter);
    }

    public static TEnum? Checked<TEnum>(TEnum? value, [CallerArgumentExpression(nameof(value))] string parameter = "")
        where TEnum : struct, Enum
    {
        if (value is { } stated)
        {
            return Checked(stated, parameter);
        }

        return null;
    }

    private static ArgumentOutOfRangeException Unnamed<TEnum>(TEnum value, string parameter)
        where TEnum : struct, Enum => new(parameter, value, $"Expected one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
}
