namespace GoalMetrics;

// Finds the name of an input in the text of an argument that may have checks after it:
// averageInventory in averageInventory.AsMoney().NotNegative().
internal static class ArgumentName
{
    private static readonly string[] Checks =
    [
        ".AsCount(", ".AsMoney(", ".AsRatio(", ".AsDuration(", ".AsInput(", ".AsNumber(", ".AsShare(", ".AtMostOne(", ".NotNegative(",
    ];

    public static string In(string expression)
    {
        foreach (var check in Checks)
        {
            int start;
            while ((start = expression.IndexOf(check, StringComparison.Ordinal)) > 0)
            {
                expression = expression.Remove(start, LengthOfCall(expression.AsSpan(start)));
            }
        }

        return expression;
    }

    private static int LengthOfCall(ReadOnlySpan<char> call)
    {
        var open = 0;
        for (var i = 0; i < call.Length; i++)
        {
            if (call[i] == '(')
            {
                open++;
            }

            if (call[i] == ')' && --open == 0)
            {
                return i + 1;
            }
        }

        return call.Length;
    }
}
