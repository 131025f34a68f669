using GenAuth;
using GenAuth.Models;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebApp.Pages;

/// <summary>Lists the users of the pool for administrators.</summary>
public sealed class UsersModel(IManagementUsers users) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<UserDto> Users { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync()
    {
        var page = (await users.ListUsersAsync(new ListUsersRequestDto { Options = new() { Pagination = new() { Limit = PageSize } } }, cancellationToken: HttpContext.RequestAborted)).Data!;
        (Users, Total) = (page.List!, page.TotalCount);
    }
}
