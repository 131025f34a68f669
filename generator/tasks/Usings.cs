// What a project with ImplicitUsings has, without System.Threading.Tasks: here a Task is one of MSBuild.
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Threading;
