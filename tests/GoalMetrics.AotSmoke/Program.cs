Console.WriteLine("GoalMetrics runs as native code.");
