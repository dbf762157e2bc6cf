      *> 夜間一括処理で申請書に署名する（サンプル）。この言語は読み取られず、その旨が一覧に載る。
       IDENTIFICATION DIVISION.
       PROGRAM-ID. SHOMEI.
       PROCEDURE DIVISION.
           CALL "CSNDDSG" USING SHOMEI-PARAMETER.
           STOP RUN.
