#!/usr/bin/env pwsh
#Requires -Version 7.0
<#
.SYNOPSIS
A thin front for the commands of the README.

.PARAMETER Target
Build       restores, generates the API client when the document changed, compiles everything
Test        Build, then all tests
Pack        Build in Release, then the packages into artifacts/
Lint        tells where the API document leaves its conventions
Regenerate  throws the generated client away and makes it anew
Demo        runs samples/AlipayLogin
Import      brings documents as the service publishes them into openapi/genauth-v3.json, and lists what is to be decided

.PARAMETER Document
With Import: the published documents, as files or http(s) addresses.

.PARAMETER AcceptNames
With Regenerate: writes openapi/names.lock anew, so that renamed public names are accepted. Commit the difference.

.EXAMPLE
./build.ps1 -Target Test

.EXAMPLE
./build.ps1 -Target Regenerate -AcceptNames

.EXAMPLE
./build.ps1 -Target Import -Document authentication.json,management.json
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Regenerate', 'Demo', 'Import')]
    [string] $Target = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [ValidateCount(1, 2)]
    [string[]] $Document,

    [switch] $AcceptNames
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$solution = [System.IO.Path]::Combine($PSScriptRoot, 'GenAuth.Generated.sln')
$generator = [System.IO.Path]::Combine($PSScriptRoot, 'generator', 'GenAuth.Generator.csproj')
$library = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'GenAuth', 'GenAuth.csproj')
$maintain = [System.IO.Path]::Combine($PSScriptRoot, 'generator', 'maintain')
$document = [System.IO.Path]::Combine($PSScriptRoot, 'openapi', 'genauth-v3.json')
$testing = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'GenAuth.Testing', 'GenAuth.Testing.csproj')
$maintain = [System.IO.Path]::Combine($PSScriptRoot, 'generator', 'maintain', 'GenAuth.Maintain.csproj')
# Not $document: PowerShell would take that for the parameter.
$api = [System.IO.Path]::Combine($PSScriptRoot, 'openapi', 'genauth-v3.json')
$sample = [System.IO.Path]::Combine($PSScriptRoot, 'samples', 'AlipayLogin')

if ($AcceptNames -and $Target -ne 'Regenerate') {
    throw '-AcceptNames goes with -Target Regenerate.'
}

if ([bool] $Document -ne ($Target -eq 'Import')) {
    throw '-Document goes with -Target Import: name the published documents.'
}

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE."
    }
}

switch ($Target) {
    'Build' { Invoke-DotNet build $solution --configuration $Configuration }
    'Test' { Invoke-DotNet test $solution --configuration $Configuration }
    'Pack' {
        Invoke-DotNet pack $library --configuration Release
        Invoke-DotNet pack $testing --configuration Release
    }
    # Quoted, because PowerShell would keep the dashes to itself.
    'Lint' { Invoke-DotNet run --project $maintain '--' lint $document }
    # Quoted, because PowerShell would hand -t:Rebuild on as two arguments.
    'Regenerate' {
        $accept = @($AcceptNames ? '-p:GenAuthAcceptNames=true' : @())
        Invoke-DotNet build $generator '-t:Rebuild' @accept
    }
    'Demo' { Invoke-DotNet run --project $sample --configuration $Configuration }
    # Quoted, because PowerShell would take -- for the end of its own parameters.
    'Import' { Invoke-DotNet run --project $maintain '--' import @Document --document $api }
}
