Console.WriteLine("The Alipay sample.");
