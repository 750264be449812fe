Console.WriteLine("Webshop");
