@echo off
rem Starts Shirube on Windows: finds a Java of at least 17, builds on first use in a checkout.
rem Variables: SHIRUBE_JAVA (a JDK's folder), SHIRUBE_HOME (an unpacked distribution).
setlocal EnableExtensions
set "here=%~dp0"
if "%here:~-1%"=="\" set "here=%here:~0,-1%"

set "java_home="
if defined SHIRUBE_JAVA set "java_home=%SHIRUBE_JAVA%"
if not defined java_home if defined JAVA_HOME set "java_home=%JAVA_HOME%"
if not defined java_home for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do set "java_home=%%~fd"
set "java=java"
if defined java_home set "java=%java_home%\bin\java.exe"
if defined java_home if not exist "%java%" (
    echo shirube: there is no Java in %java_home%. Set SHIRUBE_JAVA to a JDK's folder. 1>&2
    exit /b 4
)
set "feature=0"
for /f "tokens=3" %%v in ('""%java%" -XshowSettings:properties -version 2>&1 ^| findstr /c:"java.specification.version ""') do set "feature=%%v"
if "%feature%"=="1.8" set "feature=8"
if %feature% LSS 17 (
    echo shirube: Shirube needs Java 17 or newer; %java% is %feature%. Install a JDK 17, or set SHIRUBE_JAVA. 1>&2
    exit /b 4
)

set "dist=%here%\shell\target\dist"
if defined SHIRUBE_HOME set "dist=%SHIRUBE_HOME%"
if not exist "%dist%\shirube.jar" if exist "%here%\mvnw.cmd" (
    echo shirube: first use in this checkout: building ^(a few minutes with downloads^) ... 1>&2
    pushd "%here%"
    if defined java_home set "JAVA_HOME=%java_home%"
    call mvnw.cmd -q -B -DskipTests package 1>&2
    popd
)
if not exist "%dist%\shirube.jar" (
    echo shirube: %dist%\shirube.jar is missing. Run mvnw -DskipTests package in the checkout, or set SHIRUBE_HOME. 1>&2
    exit /b 4
)
"%java%" -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8 -Dshirube.home="%here%" -jar "%dist%\shirube.jar" %*
exit /b %ERRORLEVEL%
