using GenAuth.AspNetCore;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebApp.Pages;

/// <summary>For users who may read the data resource <c>report</c>, whatever their role is: the service decides.</summary>
[RequireGenAuthPermission("report", "read")]
public sealed class ReportModel : PageModel;
