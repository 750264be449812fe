using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace GoalMetrics.Benchmarks;

/// <summary>
/// The same loop around either side. It is emitted with the call in it, so that no delegate stands between and the compiler may
/// inline, as it would in a loop written by hand; and reads its operands from an array each time, so that nothing is computed ahead.
/// </summary>
internal static class RepeatedCalls
{
    private const string Run = "Run";
    private static readonly ModuleBuilder Module = OpenModule();

    /// <summary>A loop around a static method or a lambda without closure, of as many parameters as there are inputs.</summary>
    public static Repeated<T> Of<T>(Delegate way, T[] inputs)
    {
        var type = Module.DefineType(Guid.NewGuid().ToString("N"), TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        Type[] parameters = [typeof(object), typeof(T[]), typeof(int)];
        var loop = type.DefineMethod(Run, MethodAttributes.Public | MethodAttributes.Static, typeof(T), parameters);
        Emit<T>(loop.GetILGenerator(), way.Method, inputs.Length);
        var compiled = type.CreateType().GetMethod(Run)!.CreateDelegate<Func<object?, T[], int, T>>();
        return calls => compiled(way.Target, inputs, calls);
    }

    /// <summary>A loop around a delegate, for what takes long.</summary>
    public static Repeated<TResult> Of<TInputs, TResult>(Func<TInputs, TResult> way, TInputs inputs) => calls =>
    {
        var last = way(inputs);
        for (var call = 1; call < calls; call++)
        {
            last = way(inputs);
        }

        return last;
    };

    // For (; calls > 0; calls--) last = way(inputs[0], inputs[1]).
    private static void Emit<T>(ILGenerator il, MethodInfo way, int operands)
    {
        var (last, body, condition) = (il.DeclareLocal(typeof(T)), il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, condition);
        il.MarkLabel(body);
        if (!way.IsStatic)
        {
            il.Emit(OpCodes.Ldarg_0);
        }

        for (var place = 0; place < operands; place++)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Ldc_I4, place);
            il.Emit(OpCodes.Ldelem, typeof(T));
        }

        il.Emit(OpCodes.Call, way);
        il.Emit(OpCodes.Stloc, last);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Starg_S, (byte)2);
        il.MarkLabel(condition);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Bgt, body);
        il.Emit(OpCodes.Ldloc, last);
        il.Emit(OpCodes.Ret);
    }

    // Lambdas are private to the class they are written in.
    private static ModuleBuilder OpenModule()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new("GoalMetrics.Benchmarks.Loops"), AssemblyBuilderAccess.Run);
        var constructor = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
        assembly.SetCustomAttribute(new(constructor, [typeof(RepeatedCalls).Assembly.GetName().Name]));
        return assembly.DefineDynamicModule("Loops");
    }
}
