Console.WriteLine("Churn");
