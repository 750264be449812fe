using System.Text;

namespace GoalMetrics.Expressions;

/// <summary>Text inside LaTeX.</summary>
internal static class Latex
{
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                '{' or '}' or '$' or '&' or '#' or '_' or '%' => $@"\{c}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
