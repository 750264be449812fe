Console.WriteLine("TrafficSources");
