#!/usr/bin/env pwsh
#Requires -Version 7.0
<#
.SYNOPSIS
A thin front for the commands of the README.

.PARAMETER Target
Build       restores, generates the API client when the document changed, compiles everything
Test        Build, then the tests of daily work (see CONTRIBUTING.md)
Pack        Build in Release, then the packages into artifacts/
Demo        runs samples/AlipayLogin
Import      brings documents as the service publishes them into openapi/genauth-v3.json, and lists what is to be decided
Diff        compares two API documents by what they mean for users' programs
Lint        reports where the API document violates its conventions
Regenerate  deletes the generated client and generates it again
Reference   writes the reference pages into artifacts/reference
Explorer    writes a page to explore the API document with into artifacts/explorer

.PARAMETER Document
With Import: the published documents, as files or http(s) addresses. With Diff: the old document and the new one, as files
or as revisions (HEAD:openapi/genauth-v3.json); without it, the last commit's and the one of the working tree; with one, that
one and the one of the working tree.

.PARAMETER AcceptNames
With Regenerate: updates openapi/names.lock, which accepts renamed public names. Commit the difference.

.EXAMPLE
./build.ps1 -Target Test

.EXAMPLE
./build.ps1 -Target Import -Document authentication.json,management.json

.EXAMPLE
./build.ps1 -Target Diff -Document old.json,new.json

.EXAMPLE
./build.ps1 -Target Regenerate -AcceptNames
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Demo', 'Import', 'Diff', 'Lint', 'Regenerate', 'Reference', 'Explorer')]
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
$maintain = [System.IO.Path]::Combine($PSScriptRoot, 'generator', 'maintain', 'GenAuth.Maintain.csproj')
$sample = [System.IO.Path]::Combine($PSScriptRoot, 'samples', 'AlipayLogin')
# Not $document: PowerShell would take that for the parameter.
$api = [System.IO.Path]::Combine($PSScriptRoot, 'openapi', 'genauth-v3.json')
$artifacts = [System.IO.Path]::Combine($PSScriptRoot, 'artifacts')

if ($AcceptNames -and $Target -ne 'Regenerate') {
    throw '-AcceptNames goes with -Target Regenerate.'
}
if ($Document -and $Target -notin 'Import', 'Diff') {
    throw '-Document goes with -Target Import or Diff.'
}
if (-not $Document -and $Target -eq 'Import') {
    throw '-Target Import needs -Document: name the published documents.'
}

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE."
    }
}

function Invoke-Maintain {
    # In parentheses, because PowerShell keeps a bare -- for itself.
    Invoke-DotNet run --project $maintain ('--') @args
}

switch ($Target) {
    'Build' { Invoke-DotNet build $solution --configuration $Configuration }
    'Test' { Invoke-DotNet test $solution --configuration $Configuration }
    # Every packable project: those below src.
    'Pack' { Invoke-DotNet pack $solution --configuration Release }
    'Demo' { Invoke-DotNet run --project $sample --configuration $Configuration }
    'Import' { Invoke-Maintain import @Document --document $api }
    'Diff' {
        $documents = @($Document ? $Document : @())
        Invoke-Maintain diff @documents --project $PSScriptRoot
    }
    'Lint' { Invoke-Maintain lint $api }
    # Quoted, because PowerShell would hand -t:Rebuild on as two arguments.
    'Regenerate' {
        $accept = @($AcceptNames ? '-p:GenAuthAcceptNames=true' : @())
        Invoke-DotNet build $generator '-t:Rebuild' @accept
    }
    'Reference' { Invoke-Maintain reference --document $api --output ([System.IO.Path]::Combine($artifacts, 'reference')) }
    'Explorer' { Invoke-Maintain explorer --document $api --output ([System.IO.Path]::Combine($artifacts, 'explorer')) }
}
